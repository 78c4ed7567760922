package dev.overlap.text.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class CommandSplitterTest {

    @Test
    void wordsAreSplitAtBlanksOutsideOfQuotes() {
        assertThat(CommandSplitter.split("  python3  -u 'my file.py' \"a 'b'\" '' ", false))
                .containsExactly("python3", "-u", "my file.py", "a 'b'", "");
        assertThat(CommandSplitter.split("a\\ b \"c\\\"d\" 'e\\f'", false))
                .containsExactly("a b", "c\"d", "e\\f");
        assertThat(CommandSplitter.split(" ", false)).isEmpty();
    }

    @Test
    void aBackslashSeparatesFoldersOnWindows() {
        assertThat(CommandSplitter.split("C:\\py\\python.exe \"my dir\\a.py\"", true))
                .containsExactly("C:\\py\\python.exe", "my dir\\a.py");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWrittenIsReadBack(boolean windows) {
        List<String> words = List.of("a b.py", "--x=1", "$HOME; rm *", "\u00e4");
        assertThat(CommandSplitter.split(CommandText.of(words, windows), windows)).isEqualTo(words);
    }

    @Test
    void aQuoteThatIsNotClosedIsTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandSplitter.split("python3 'a.py", false))
                .withMessageContaining("(') that is not closed");
    }
}
