package dev.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class DisplayTest {

    @Test
    void linuxHasOneWhereDisplayIsSet() {
        assertThat(Display.isIn(Map.of("DISPLAY", ":0"), "Linux")).isTrue();
    }

    @Test
    void linuxHasNoneWhereDisplayIsUnsetOrEmpty() {
        assertThat(Display.isIn(Map.of(), "Linux")).isFalse();
        assertThat(Display.isIn(Map.of("DISPLAY", ""), "Linux")).isFalse();
    }

    @Test
    void waylandWithoutItsXServerIsNone() {
        assertThat(Display.isIn(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux")).isFalse();
    }

    @Test
    void macAndWindowsAlwaysHaveOne() {
        assertThat(Display.isIn(Map.of(), "Mac OS X")).isTrue();
        assertThat(Display.isIn(Map.of(), "Windows 11")).isTrue();
    }
}
