package dev.overlap.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.paint.ChartPainter;
import dev.overlap.paint.Folding;
import dev.overlap.paint.Frame;
import dev.overlap.paint.Layout;
import dev.overlap.paint.Sheet;
import dev.overlap.paint.Theme;
import dev.overlap.plan.Plan;
import dev.overlap.testkit.Story;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;

import javax.imageio.ImageIO;

class PngTest {

    private static final String[] SITES = {"lab:/delay/300", "lab:/delay/200"};

    @TempDir private Path folder;

    private static Trace trace() {
        return Story.of(SITES).fetch(0, 1, 20, 280, 300).fetch(1, 1, 20, 180, 200).finished();
    }

    private static Report report(Trace trace, int scale, boolean dark) {
        return new Report(
                Story.plan("event-loop", SITES),
                "Event loop",
                Instant.EPOCH,
                trace,
                new Report.Look(scale, dark, Folding.TASKS));
    }

    private BufferedImage written(Report report) throws IOException {
        Path file = folder.resolve("run.PNG");
        Export.write(report, file);
        return ImageIO.read(file.toFile());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void pictureIsAsManyTimesLargerAsItsScale(int scale) throws IOException {
        Trace trace = trace();
        BufferedImage one = Export.picture(report(trace, 1, false));
        BufferedImage image = written(report(trace, scale, false));
        assertThat(image.getWidth()).isEqualTo(Poster.WIDTH * scale);
        assertThat(image.getHeight()).isEqualTo(one.getHeight() * scale);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void everythingInItIsLargerByItsScale(int scale) throws IOException {
        Trace trace = trace();
        BufferedImage one = Export.picture(report(trace, 1, false));
        BufferedImage large = Export.picture(report(trace, scale, false));
        assertThat(Likeness.of(one, large, scale)).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void waitIsWaitColouredWhereTheLayoutSaysAndTheGroundIsTheThemes(boolean dark)
            throws IOException {
        Trace trace = trace();
        BufferedImage image = written(report(trace, 2, dark));
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        int width = Poster.WIDTH - 2 * Poster.PAD;
        int height = image.getHeight() / 2 - Poster.HEADER - Poster.PAD;
        Layout layout =
                new ChartPainter(Typeface.load())
                        .layout(Frame.of(trace), new Sheet(width, height, 0.5, theme));
        double x = Poster.PAD + layout.xOf(150_000_000);
        double y = Poster.HEADER + layout.rowTop(0) + layout.rowHeight() / 2;
        assertThat(image.getRGB((int) (x * 2), (int) (y * 2))).isEqualTo(theme.of(Phase.WAIT));
        assertThat(image.getRGB(3, 3)).isEqualTo(theme.ground());
        assertThat(image.getRGB(image.getWidth() - 4, image.getHeight() - 4))
                .isEqualTo(theme.ground());
    }

    /** Two tasks of one thread: two rows by task, one by worker, none by connection. */
    @Test
    void rowsAreWhatWasAskedFor() throws IOException {
        Story story = Story.of(SITES).enter(0, Phase.COMPUTE, 0).enter(1, Phase.COMPUTE, 200);
        int thread = story.hire("thread-1", WorkerTrack.Role.THREAD);
        story.carriedBy(0, thread).carriedBy(1, thread);
        story.busy(thread, 0, 0, 200).busy(thread, 1, 200, 400);
        story.end(0, new Outcome.Computed(), 200).end(1, new Outcome.Computed(), 400);
        Report report = report(story.finished(), 1, false);
        assertThat(rowsOf(report, Folding.TASKS)).isEqualTo(2);
        assertThat(rowsOf(report, Folding.WORKERS)).isEqualTo(1);
        assertThat(rowsOf(report, Folding.CONNECTIONS)).isZero();
    }

    /** How many bars of computing lie under each other, but for the legend's. */
    private static int rowsOf(Report report, Folding rows) throws IOException {
        BufferedImage image = Export.picture(report.withLook(report.look().withRows(rows)));
        int compute = Theme.LIGHT.of(Phase.COMPUTE);
        int count = 0;
        boolean inside = false;
        for (int y = Poster.HEADER + 40; y < image.getHeight(); y++) {
            boolean now = false;
            for (int x = 0; x < image.getWidth(); x++) {
                now |= image.getRGB(x, y) == compute;
            }
            count += now && !inside ? 1 : 0;
            inside = now;
        }
        return count;
    }

    @Test
    void textIsDrawnWithoutADisplay() throws IOException {
        assertThat(System.getProperty("java.awt.headless")).isEqualTo("true");
        BufferedImage image = Export.picture(report(trace(), 1, false));
        int inked = 0;
        for (int y = 20; y < 50; y++) {
            for (int x = 35; x < 200; x++) {
                inked += image.getRGB(x, y) == Theme.LIGHT.text() ? 1 : 0;
            }
        }
        assertThat(inked).as("pixels of the title").isGreaterThan(100);
    }

    @Test
    void tenThousandRowsStayWithinASensibleHeight() throws IOException {
        Story story = new Story(Collections.nCopies(10_000, "a"));
        for (int task = 0; task < 10_000; task++) {
            story.fetch(task, task, task + 2, task + 3, task + 4);
        }
        assertThat(Export.picture(report(story.finished(), 1, false)).getHeight())
                .isBetween(3_000, 6_000);
    }

    @Test
    void runThatGoesOnCanBePictured() throws IOException {
        Trace live = Story.of(SITES).enter(0, Phase.WAIT, 0).live();
        assertThat(Export.picture(report(live, 1, true)).getWidth()).isEqualTo(Poster.WIDTH);
    }

    @Test
    void userNamesAndPasswordsLeaveNoTraceInAPicture() throws IOException {
        BufferedImage open = Export.picture(about("https://a.example/x"));
        BufferedImage secret = Export.picture(about("https://me:pw@a.example/x"));
        assertThat(pixels(secret)).isEqualTo(pixels(open));
    }

    private static Report about(String site) {
        Plan plan = Story.plan("event-loop", site);
        Trace trace =
                Story.of(plan.tasks().getFirst().label()).fetch(0, 1, 20, 280, 300).finished();
        return new Report(plan, "Event loop", Instant.EPOCH, trace, Report.Look.DEFAULT);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void unknownExtensionIsNamedInASentenceThatListsTheKnownOnes() {
        Report report = report(trace(), 1, false);
        assertThatThrownBy(() -> Export.write(report, folder.resolve("run.gif")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("run.gif")
                .hasMessageEndingWith("Let its name end in one of: .png, .csv.");
        assertThat(Export.extensions()).containsExactly("png", "csv");
        assertThat(Files.exists(folder.resolve("run.gif"))).isFalse();
    }
}
