package dev.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class LogFolderTest {

    private static final Path HOME = Path.of("/home/ada").toAbsolutePath();

    @Test
    void linuxKeepsItBelowTheHome() {
        assertThat(LogFolder.of("Linux", Map.of(), HOME))
                .isEqualTo(HOME.resolve(".local/state/overlap"));
    }

    @Test
    void linuxFollowsXdgStateHome() {
        String state = HOME.resolve("state").toString();
        assertThat(LogFolder.of("Linux", Map.of("XDG_STATE_HOME", state), HOME))
                .isEqualTo(HOME.resolve("state/overlap"));
    }

    @Test
    void aRelativeXdgStateHomeIsIgnored() {
        assertThat(LogFolder.of("Linux", Map.of("XDG_STATE_HOME", "state"), HOME))
                .isEqualTo(HOME.resolve(".local/state/overlap"));
    }

    @Test
    void macHasAFolderForLogs() {
        assertThat(LogFolder.of("Mac OS X", Map.of(), HOME))
                .isEqualTo(HOME.resolve("Library/Logs/Overlap"));
    }

    @Test
    void windowsKeepsItInTheLocalData() {
        String local = HOME.resolve("Local").toString();
        assertThat(LogFolder.of("Windows 11", Map.of("LOCALAPPDATA", local), HOME))
                .isEqualTo(HOME.resolve("Local/Overlap/Logs"));
        assertThat(LogFolder.of("Windows 11", Map.of(), HOME))
                .isEqualTo(HOME.resolve("AppData/Local/Overlap/Logs"));
    }
}
