package dev.overlap.about;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LibraryTest {

    @Test
    void aLinePerLibraryIsReadAndSortedByName() {
        String text =
                """
                okhttp (okhttp-jvm)\t5.5.1\tApache-2.0\thttps://a.example
                no library
                Inter (fonts)\t4.0\tOFL-1.1\t
                """;

        assertThat(Library.read(text))
                .containsExactly(
                        new Library("Inter (fonts)", "4.0", "OFL-1.1", ""),
                        new Library(
                                "okhttp (okhttp-jvm)", "5.5.1", "Apache-2.0", "https://a.example"));
    }

    @Test
    void buildKnowsWhatRunsIt() {
        ProgramBuild build = ProgramBuild.here();

        assertThat(build.version()).isPresent();
        assertThat(build.runtime()).contains(Runtime.version().toString());
        assertThat(build.system()).contains(System.getProperty("os.arch"));
    }
}
