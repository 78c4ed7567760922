package dev.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class DisplayProbeTest {

    @Test
    void linuxHasOneWhereDisplayIsSet() {
        assertThat(DisplayProbe.isIn(Map.of("DISPLAY", ":0"), "Linux")).isTrue();
    }

    @Test
    void linuxHasNoneWhereDisplayIsUnsetOrEmpty() {
        assertThat(DisplayProbe.isIn(Map.of(), "Linux")).isFalse();
        assertThat(DisplayProbe.isIn(Map.of("DISPLAY", ""), "Linux")).isFalse();
    }

    @Test
    void waylandWithoutItsXServerIsNone() {
        assertThat(DisplayProbe.isIn(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux")).isFalse();
    }

    @Test
    void macAndWindowsAlwaysHaveOne() {
        assertThat(DisplayProbe.isIn(Map.of(), "Mac OS X")).isTrue();
        assertThat(DisplayProbe.isIn(Map.of(), "Windows 11")).isTrue();
    }
}
