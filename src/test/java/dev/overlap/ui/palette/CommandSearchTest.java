package dev.overlap.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/** Tests how commands are found. */
class CommandSearchTest {

    private static final List<PaletteCommand> COMMANDS =
            List.of(
                    command("", "Run the list", "", "F5"),
                    command("", "Projector mode on or off", "", "F8"),
                    command("Model", "Threads", "A platform thread per task.", ""),
                    command("Model", "Virtual threads", "Mounted on few carriers.", ""),
                    command("Model", "Event loop", "One thread selects.", ""),
                    command("Lessons", "6. Some lesson", "", ""),
                    command("Lessons", "16. Another one", "", ""));

    private static PaletteCommand command(String group, String title, String more, String keys) {
        return new PaletteCommand(group, title, more, keys, () -> true, () -> {});
    }

    private static Stream<String> find(String typed) {
        return CommandSearch.find(COMMANDS, typed).stream().map(PaletteCommand::title);
    }

    @Test
    void nothingTypedFindsAllInTheirOrder() {
        assertThat(CommandSearch.find(COMMANDS, "  ")).isEqualTo(COMMANDS);
    }

    @Test
    void everyWordMustBeFoundInAnyOrderAndCase() {
        assertThat(find("THREADS virt")).containsExactly("Virtual threads");
        assertThat(find("threads nowhere")).isEmpty();
    }

    @Test
    void wholeWordsComeBeforeTheirParts() {
        assertThat(find("lesson 6")).containsExactly("6. Some lesson", "16. Another one");
        assertThat(find("thread")).startsWith("Threads", "Virtual threads").endsWith("Event loop");
    }

    @Test
    void keysSynonymsAndExplanationsAreFound() {
        assertThat(find("f8")).containsExactly("Projector mode on or off");
        assertThat(find("beamer")).containsExactly("Projector mode on or off");
        assertThat(find("asyncio")).containsExactly("Event loop");
        assertThat(find("carriers")).containsExactly("Virtual threads");
    }

    @Test
    void slipsOfTheFingersAreForgiven() {
        for (String slip : List.of("threds", "tthreads", "trheads", "thteads")) {
            assertThat(find(slip)).as(slip).contains("Threads");
        }
        assertThat(find("prjctr")).containsExactly("Projector mode on or off");
    }
}
