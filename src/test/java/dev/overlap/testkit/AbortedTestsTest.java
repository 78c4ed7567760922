package dev.overlap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class AbortedTestsTest {

    @TempDir private Path folder;

    @Test
    void reasonsAreCounted() throws IOException {
        assertThat(AbortedTests.line(folder)).isEqualTo("Tests run: 0, aborted: 0");

        Files.writeString(
                folder.resolve("TEST-a.xml"),
                "<testcase><skipped message=\"Assumption failed: no x\" type=\"t\"/></testcase>"
                        + "<testcase><skipped message=\"no x\"><![CDATA[]]></skipped></testcase>");
        Files.writeString(
                folder.resolve("TEST-b.xml"),
                "<testcase><skipped/></testcase><testcase/><testcase/><testcase>"
                        + "<skipped type=\"a.B\"><![CDATA[a.B: Assumption failed: no y\n\tat c]]>"
                        + "</skipped></testcase>");

        assertThat(AbortedTests.line(folder))
                .isEqualTo("Tests run: 2, aborted: 4 (1: no reason given; 2: no x; 1: no y)");
    }
}
