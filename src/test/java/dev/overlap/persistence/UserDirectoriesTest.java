package dev.overlap.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class UserDirectoriesTest {

    private static final Path HOME = Path.of("/home/ada").toAbsolutePath();

    private static UserDirectories linux(Map<String, String> environment) {
        return UserDirectories.of("Linux", environment, HOME.toString());
    }

    private static UserDirectories at(String state, String logs) {
        return new UserDirectories(
                Optional.of(HOME.resolve(state)), Optional.of(HOME.resolve(logs)));
    }

    @Test
    void linuxKeepsBothBelowTheHome() {
        assertThat(linux(Map.of())).isEqualTo(at(".local/state/overlap", ".local/state/overlap"));
    }

    @Test
    void linuxFollowsXdgStateHome() {
        assertThat(linux(Map.of("XDG_STATE_HOME", HOME.resolve("state").toString())))
                .isEqualTo(at("state/overlap", "state/overlap"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "state", "../state", "~/state", "\0"})
    void whatIsNoAbsolutePathCountsAsNotGiven(String given) {
        assertThat(linux(Map.of("XDG_STATE_HOME", given))).isEqualTo(linux(Map.of()));
    }

    @Test
    void macHasAFolderForEach() {
        assertThat(UserDirectories.of("Mac OS X", Map.of(), HOME.toString()))
                .isEqualTo(at("Library/Application Support/Overlap", "Library/Logs/Overlap"));
    }

    @Test
    void windowsKeepsBothInTheLocalData() {
        String local = HOME.resolve("Local").toString();
        assertThat(UserDirectories.of("Windows 11", Map.of("LOCALAPPDATA", local), HOME.toString()))
                .isEqualTo(at("Local/Overlap", "Local/Overlap/Logs"));
        assertThat(UserDirectories.of("Windows 11", Map.of(), HOME.toString()))
                .isEqualTo(at("AppData/Local/Overlap", "AppData/Local/Overlap/Logs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Windows 11", "Mac OS X", ""})
    void withoutAHomeThereIsNoFolder(String system) {
        assertThat(UserDirectories.of(system, Map.of(), "?"))
                .isEqualTo(new UserDirectories(Optional.empty(), Optional.empty()));
    }
}
