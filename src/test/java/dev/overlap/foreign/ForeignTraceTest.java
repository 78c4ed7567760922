package dev.overlap.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.foreign.chrometrace.ChromeTraceReader;
import dev.overlap.foreign.har.HarReader;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.session.log.SessionLogReader;
import dev.overlap.session.log.SessionWriter;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.Statistics;
import dev.overlap.trace.metrics.UncontendedTimes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Nothing is derived from runs of other programs as if they had run under one of our models. */
class ForeignTraceTest {

    private static final Path SAMPLES = Path.of("src", "test", "resources");

    private static Session read(String name) throws IOException {
        try (InputStream file = Files.newInputStream(SAMPLES.resolve(name))) {
            return name.endsWith(".har") ? HarReader.read(file) : ChromeTraceReader.read(file);
        }
    }

    private static Session reopened(Session session) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        SessionWriter.write(session, file);
        return SessionLogReader.read(new ByteArrayInputStream(file.toByteArray()));
    }

    private static void check(Session session) {
        Trace trace = ((RecordedRun) session.recording()).trace();
        assertThat(trace.isForeign()).isTrue();
        Statistics numbers = Statistics.of(trace, trace.horizonNanos());
        assertThat(numbers.wallNanos()).isPositive();
        assertThat(numbers.workNanos()).isEqualTo(UncontendedTimes.UNKNOWN);
        assertThat(numbers.longestNanos()).isEqualTo(UncontendedTimes.UNKNOWN);
        assertThat(numbers.lowerBound().isKnown()).isFalse();
        assertThat(numbers.derivedSpeedUp()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "har/chromium-by-playwright.har",
                "har/firefox.har",
                "chrometrace/viztracer.json",
                "chrometrace/chromium.json"
            })
    void noTimeIsKnownThatATaskWouldTakeAlone(String name) throws IOException {
        Session session = read(name);
        check(session);
        check(reopened(session));
    }
}
