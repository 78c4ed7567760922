package dev.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NativeLibraryCheckTest {

    @Test
    void nothingIsMissingWhereEverythingIsThere() {
        NativeLibraryCheck libraries = new NativeLibraryCheck(file -> true);

        assertThat(libraries.missing()).isEmpty();
        assertThat(libraries.graphics()).isTrue();
    }

    @Test
    void withoutGtkTheSentenceNamesThePackageToInstall() {
        assertThat(without("libgtk-3.so.0").missing())
                .contains(
                        "The window needs libgtk-3.so.0, which is not installed: install the"
                                + " package libgtk-3-0 (Debian, Ubuntu) or gtk3 (Fedora).");
    }

    @Test
    void withoutOpenGlAWindowOpensAllTheSame() {
        NativeLibraryCheck libraries = without("libGL.so.1");

        assertThat(libraries.missing()).isEmpty();
        assertThat(libraries.graphics()).isFalse();
    }

    private static NativeLibraryCheck without(String absent) {
        return new NativeLibraryCheck(file -> !file.equals(absent));
    }
}
