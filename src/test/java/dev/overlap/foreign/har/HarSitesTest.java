package dev.overlap.foreign.har;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.foreign.har.HarSites.Lines;
import dev.overlap.plan.SiteLine;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class HarSitesTest {

    private static final Path SAMPLES = Path.of("src", "test", "resources", "har");

    private static Lines sample(String name) throws IOException {
        try (InputStream file = Files.newInputStream(SAMPLES.resolve(name + ".har"))) {
            return HarSites.read(file);
        }
    }

    private static List<String> texts(Lines lines) {
        return lines.lines().stream().map(SiteLine::text).toList();
    }

    @Test
    void getRequestsBecomeLinesAndTheRestIsTold() throws IOException {
        Lines lines = sample("chromium-devtools");

        assertThat(texts(lines))
                .containsExactly(
                        "https://h.test/",
                        "https://h.test/style.css",
                        "https://api.h.test/one",
                        "https://gone.test/");
        assertThat(lines.notes())
                .containsExactly(
                        "1 POST request is left out: a list makes only GET requests.",
                        "1 request is left out: its address is not of the web.");
    }

    @Test
    void targetOfARedirectIsLeftOut() throws IOException {
        Lines lines = sample("firefox");

        assertThat(texts(lines)).containsExactly("https://h.test/", "https://h.test/late");
        assertThat(lines.notes()).containsExactly("1 request is left out: a redirect leads there.");
    }

    @Test
    void equalLinesThatFollowOneAnotherAreRepeatedOnes() throws IOException {
        Lines lines =
                read(
                        "http://a.test/",
                        "http://a.test/",
                        "http://a.test/ b#part",
                        "http://a.test/",
                        "http://user:secret@b.test/",
                        "lab:/delay/3",
                        "a.test -> cpu:5ms",
                        "http://a.test/ -> cpu:5ms");

        assertThat(texts(lines))
                .containsExactly(
                        "http://a.test/ x2",
                        "http://a.test/%20b",
                        "http://a.test/",
                        "http://b.test/",
                        "lab:/delay/3",
                        "http://a.test/%20->%20cpu:5ms");
        assertThat(lines.lines()).allSatisfy(line -> assertThat(line.entry()).isNotNull());
        assertThat(lines.notes())
                .containsExactly("1 request is left out: its address is not of the web.");
    }

    private static Lines read(String... urls) throws IOException {
        StringBuilder json = new StringBuilder("{\"log\":{\"entries\":[");
        for (String url : urls) {
            json.append("{\"request\":{\"url\":\"").append(url).append("\"}},");
        }
        byte[] bytes = json.append("]}}").toString().getBytes(StandardCharsets.UTF_8);
        return HarSites.read(new ByteArrayInputStream(bytes));
    }
}
