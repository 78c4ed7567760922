package dev.overlap.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is taken of the files that are dropped onto the window. */
class FileDropTest {

    private final List<Path> taken = new ArrayList<>();
    private final FileDrop drop = new FileDrop(taken::add);

    @ParameterizedTest
    @ValueSource(strings = {"article.py", "ARTICLE.PY", "a.pyw", "run.overlap", "a.har.gz"})
    void oneFileThatIsARunOrAProgramIsTaken(String name) {
        assertThat(drop.take(List.of(new File("folder", name)))).isTrue();
        assertThat(taken).containsExactly(Path.of("folder", name));
    }

    @Test
    void anythingElseIsLeftToOthers() {
        File script = new File("a.py");
        assertThat(drop.take(null)).isFalse();
        assertThat(drop.take(List.of())).isFalse();
        assertThat(drop.take(List.of(script, script))).isFalse();
        assertThat(drop.take(List.of(new File("sites.txt")))).isFalse();
        assertThat(taken).isEmpty();
    }
}
