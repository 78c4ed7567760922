package dev.overlap.text.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class CommandTextTest {

    @Test
    void wordsAreQuotedWhereAShellWouldTakeThemForMore() {
        assertThat(CommandText.of(List.of("python3", "-c", "print('$x')", "a b", ""), false))
                .isEqualTo("python3 -c 'print('\\''$x'\\'')' 'a b' ''");
        assertThat(CommandText.of(List.of("overlap", "--map", "a.example=300ms"), false))
                .isEqualTo("overlap --map a.example=300ms");
    }

    @Test
    void onWindowsTheyAreQuotedForPowerShell() {
        assertThat(CommandText.of(List.of("C:\\My Python\\python.exe", "it's.py"), true))
                .isEqualTo("& 'C:\\My Python\\python.exe' 'it''s.py'");
        assertThat(CommandText.of(List.of(".venv\\Scripts\\python.exe", "a.py"), true))
                .isEqualTo(".venv\\Scripts\\python.exe a.py");
    }
}
