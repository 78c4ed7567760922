package dev.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class StartModeTest {

    private static StartMode mode(boolean display, String... arguments) {
        return StartMode.choose(List.of(arguments), display);
    }

    @Test
    void wordsGoToTheCommandLineWithAndWithoutADisplay() {
        assertThat(mode(true, "run")).isEqualTo(StartMode.COMMAND);
        assertThat(mode(false, "run")).isEqualTo(StartMode.COMMAND);
        assertThat(mode(true, "show", "a.overlap")).isEqualTo(StartMode.COMMAND);
        assertThat(mode(true, "--help.json")).isEqualTo(StartMode.COMMAND);
        assertThat(mode(true, "gui", "a", "b")).isEqualTo(StartMode.COMMAND);
    }

    @Test
    void noWordsOpenTheWindow() {
        assertThat(mode(true)).isEqualTo(StartMode.WINDOW);
    }

    @Test
    void noWordsAndNoDisplayRunTheDemo() {
        assertThat(mode(false)).isEqualTo(StartMode.DEMO);
    }

    @Test
    void fileOfARunOrAListOpensInTheWindow() {
        for (String file :
                List.of("a.overlap", "dir/B.HAR", "t.json.gz", "x.events", "class.sites")) {
            assertThat(mode(true, file)).isEqualTo(StartMode.WINDOW);
            assertThat(mode(false, file)).isEqualTo(StartMode.WINDOW); // which says why not
            assertThat(StartMode.files(List.of(file))).containsExactly(file);
        }
        assertThat(mode(true, "gui")).isEqualTo(StartMode.WINDOW);
        assertThat(mode(true, "gui", "any.name")).isEqualTo(StartMode.WINDOW);
        assertThat(StartMode.files(List.of("gui", "any.name"))).containsExactly("any.name");
        assertThat(StartMode.files(List.of("gui"))).isEmpty();
    }

    @Test
    void windowMayBeAskedToDoWithoutTheGraphicsCard() {
        List<String> alone = List.of("gui", "--draw-in-software");
        List<String> withFile = List.of("gui", "--draw-in-software", "a.overlap");

        for (List<String> arguments : List.of(alone, withFile)) {
            assertThat(StartMode.choose(arguments, true)).isEqualTo(StartMode.WINDOW);
            assertThat(StartMode.drawsInSoftware(arguments)).isTrue();
        }
        assertThat(StartMode.files(alone)).isEmpty();
        assertThat(StartMode.files(withFile)).containsExactly("a.overlap");
        assertThat(mode(true, "--draw-in-software")).isEqualTo(StartMode.COMMAND);
        assertThat(StartMode.drawsInSoftware(List.of("gui", "a.overlap"))).isFalse();
    }
}
