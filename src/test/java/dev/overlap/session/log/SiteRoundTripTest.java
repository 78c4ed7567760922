package dev.overlap.session.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.Task;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.testkit.InputMutator;
import dev.overlap.testkit.RandomTraces;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/**
 * The lines of a list are read from a session as they were written: what they show, and what they
 * mean, which a file may tell beside a text that does not say it.
 */
class SiteRoundTripTest {

    private static final List<String> TEXTS =
            List.of(
                    "https://example.org/ x2",
                    "https://u:p@example.org/a?b=1 x2",
                    "off www.example.org",
                    "poll:https://u@example.org/jobs",
                    "lock:a { add:n 5ms -> lab:/delay/3 } -> cpu:5ms # note",
                    "put:q x3",
                    "queue:q 2",
                    "https:- xample.org/ x2",
                    "",
                    "# u:p@example.org");

    private int number;

    @Test
    void whatALineMeansIsReadAgainWhateverItShows() {
        for (String text : TEXTS) {
            for (String meant : TEXTS) {
                check(text, meant);
            }
        }
    }

    @Test
    void whatMutatedLinesMeanIsReadAgain() {
        InputMutator.each(
                2_000,
                62,
                TEXTS,
                text -> check(firstLine(text), TEXTS.get(number++ % TEXTS.size())));
        InputMutator.each(
                2_000,
                63,
                TEXTS,
                meant -> check(TEXTS.get(number++ % TEXTS.size()), firstLine(meant)));
    }

    /** A text without a line break; a list with very many tasks takes long. */
    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").replaceAll("x\\d{2,}", "x9");
    }

    private static void check(String text, String meant) {
        LineMeaning meaning = SiteLine.parse(meant).meaning();
        SiteLine line =
                meaning instanceof LineMeaning.Entry
                        ? new SiteLine(text, meaning)
                        : SiteLine.parse(text);
        SiteList sites = new SiteList(List.of(line, SiteLine.parse("lock:n { sleep:1ms }")));
        Plan once = reopened(new Plan(sites, "threads", Settings.DEFAULT));

        assertThat(labels(once)).isEqualTo(labels(new Plan(sites, "threads", Settings.DEFAULT)));
        assertThat(once.sites().text()).isEqualTo(sites.withoutSecrets().text());
        assertThat(reopened(once)).isEqualTo(once);
    }

    private static Plan reopened(Plan plan) {
        RecordedRun run =
                new RecordedRun(
                        plan,
                        "Threads",
                        Reopened.BEGUN,
                        RandomTraces.finished(labels(plan), new Random(1)));
        return ((RecordedRun) Reopened.of(Session.of(run)).recording()).plan();
    }

    private static List<String> labels(Plan plan) {
        return plan.tasks().stream().map(Task::label).toList();
    }

    /** A mutation of a real file: its second line is none, and says what it meant nevertheless. */
    @Test
    void aMeaningThatIsNoSiteIsNone() throws IOException {
        String log =
                Reopened.log(
                        new RecordedRun(
                                new Plan(
                                        SiteList.parse("https://u@example.org/"),
                                        "threads",
                                        Settings.DEFAULT),
                                "Threads",
                                Reopened.BEGUN,
                                RandomTraces.finished(
                                        List.of("https://example.org/"), new Random(1))));
        String as = "\"as\":\"https://example.org/\"";
        assertThat(log).contains(as);
        String broken = log.replace("https://***@example.org/", "https:- xample.org/");
        for (String other : List.of(as, "\"as\":\"queue:q 2\"", "\"as\":\"#\"")) {
            Session session = Reopened.read(broken.replace(as, other));
            RecordedRun run = (RecordedRun) session.recording();
            RecordedRun again = (RecordedRun) Reopened.of(Session.of(run)).recording();
            assertThat(again.plan()).isEqualTo(run.plan());
        }
    }
}
