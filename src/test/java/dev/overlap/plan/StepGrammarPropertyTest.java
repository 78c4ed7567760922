package dev.overlap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Derives random lines from the grammar of steps: each is read, none is lost, and what is written
 * of it means the same. Seeded.
 */
class StepGrammarPropertyTest {

    private static final int LINES = 4_000;

    /** How one word is spoilt, and all words that the grammar knows. */
    private static final List<String> WORDS =
            List.of(
                    "->",
                    "{",
                    "}",
                    "gap",
                    "off",
                    "queue",
                    "x3",
                    "x",
                    "#",
                    "lock:a",
                    "add:",
                    "5ms",
                    "sleep:5",
                    "permit:a",
                    "put:q{",
                    "}x2",
                    "cpu:5ms->",
                    "poll:",
                    "@",
                    "\u200b",
                    "");

    @Test
    void everyLineOfTheGrammarIsReadAndWrittenAgain() {
        RandomLine lines = new RandomLine(new Random(31));
        for (int i = 0; i < LINES; i++) {
            String text = lines.next();
            SiteLine line = SiteLine.parse(text);
            assertThat(line.text()).isEqualTo(text);
            assertThat(line.problem()).as(text).isNull();
            if (line.entry() != null) {
                assertThat(SiteLine.of(line.entry()).entry()).as(text).isEqualTo(line.entry());
                assertThat(line.entry().steps().label()).isEqualTo(lines.label());
            }
        }
    }

    @Test
    void everyLabelIsItsOwnText() {
        RandomLine lines = new RandomLine(new Random(32));
        for (int i = 0; i < LINES; i++) {
            LineMeaning.Entry entry = SiteLine.parse(lines.next()).entry();
            if (entry != null) {
                String label = entry.steps().label();
                assertThat(SiteLine.parse(label).entry().steps().label()).isEqualTo(label);
            }
        }
    }

    @Test
    void aSpoiltLineIsReadWithoutLossOrSaysWhatIsWrong() {
        Random random = new Random(33);
        RandomLine lines = new RandomLine(random);
        int problems = 0;
        for (int i = 0; i < LINES; i++) {
            SiteLine line = SiteLine.parse(spoilt(lines.next(), random));
            if (line.problem() != null) {
                problems++;
                assertThat(line.problem()).endsWith(".").doesNotContain("secret");
            } else if (line.entry() != null) {
                assertThat(SiteLine.of(line.entry()).entry()).isEqualTo(line.entry());
            }
        }
        assertThat(problems).isBetween(LINES / 3, LINES - LINES / 10);
    }

    /** Whatever lines there are and whatever they contradict, none is lost. */
    @Test
    void aListOfSuchLinesIsItsText() {
        Random random = new Random(34);
        RandomLine lines = new RandomLine(random);
        int conflicts = 0;
        for (int i = 0; i < LINES / 10; i++) {
            String text =
                    random.ints(10)
                            .mapToObj(_ -> lines.next() + "\n")
                            .collect(Collectors.joining());
            SiteList list = SiteList.parse(text);
            conflicts += list.problems();
            assertThat(list.text()).isEqualTo(text);
            assertThat(SiteList.parse(list.text())).isEqualTo(list);
            assertThat(list.withoutSecrets().text()).doesNotContain("secret");
            assertThat(list.resources()).doesNotHaveDuplicates();
            checkThatOneByOneIsTheSame(list);
        }
        assertThat(conflicts).isGreaterThan(LINES / 100);
    }

    private static void checkThatOneByOneIsTheSame(SiteList list) {
        SiteList built = SiteList.EMPTY;
        for (int row = list.lines().size() - 1; row >= 0; row--) {
            built = built.plus(0, List.of(SiteLine.parse(list.lines().get(row).text())));
        }
        assertThat(built).isEqualTo(list);
    }

    private static String spoilt(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        int at = random.nextInt(words.size());
        switch (random.nextInt(4)) {
            case 0 -> words.remove(at);
            case 1 -> words.set(at, WORDS.get(random.nextInt(WORDS.size())));
            case 2 -> words.add(at, WORDS.get(random.nextInt(WORDS.size())));
            default -> words.set(at, words.get(at) + words.get(random.nextInt(words.size())));
        }
        return String.join(" ", words);
    }

    /** Writes lines as the grammar does, and the label that each must have. */
    private static final class RandomLine {

        private final Random random;
        private final StringBuilder label = new StringBuilder();
        private int steps;
        private int places;

        RandomLine(Random random) {
            this.random = random;
        }

        String label() {
            return label.toString();
        }

        String next() {
            label.setLength(0);
            steps = 0;
            places = 1 + random.nextInt(1_000);
            if (random.nextInt(10) == 0) {
                return "queue q" + random.nextInt(4) + " " + (1 + random.nextInt(100_000));
            }
            String off = random.nextInt(5) == 0 ? "off " : "";
            String times = random.nextInt(3) == 0 ? " x" + (1 + random.nextInt(100_000)) : "";
            return off + sequence(0) + times + (random.nextInt(5) == 0 ? " # -> { } x3" : "");
        }

        private String sequence(int depth) {
            StringBuilder text = new StringBuilder(step(depth));
            while (steps < StepParser.MAX_STEPS && random.nextInt(3) == 0) {
                label.append(" -> ");
                text.append(" -> ").append(step(depth));
            }
            return text.toString();
        }

        private String step(int depth) {
            steps++;
            boolean braces = depth < StepParser.MAX_DEPTH && steps < StepParser.MAX_STEPS;
            return switch (random.nextInt(braces ? 9 : 7)) {
                case 0 -> same("sleep:" + (1 + random.nextInt(600_000)) + "ms");
                case 1 -> same("cpu:" + (1 + random.nextInt(600_000)) + "ms" + slash(2, 1_000));
                case 2 -> same("put:q" + random.nextInt(4));
                case 3 -> same("take:q" + random.nextInt(4));
                case 4 -> same("add:n" + random.nextInt(4) + slash(2, 10_000_000) + gap());
                case 5 -> address();
                case 6 -> same("poll:lab:/jobs?takes=" + random.nextInt(1_000));
                case 7 -> braces("lock:l" + depth, depth);
                default -> braces("permit:p" + depth + "/" + places, depth);
            };
        }

        private String slash(int least, int most) {
            return random.nextBoolean() ? "" : "/" + random.nextInt(least, most + 1);
        }

        private String gap() {
            return random.nextBoolean() ? "" : " gap " + (1 + random.nextInt(600_000)) + "ms";
        }

        private String address() {
            String path = List.of("", "/a->b", "/{id}", "/x3", "/gap").get(random.nextInt(5));
            if (random.nextBoolean()) {
                return same("lab:/delay/" + random.nextInt(1_000));
            }
            label.append("https://h.example").append(path);
            return "https://me:secret@h.example" + path;
        }

        private String braces(String head, int depth) {
            label.append(head).append(" { ");
            String text = head + " { " + sequence(depth + 1) + " }";
            label.append(" }");
            return text;
        }

        private String same(String step) {
            label.append(step);
            return step;
        }
    }
}
