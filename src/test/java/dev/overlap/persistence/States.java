package dev.overlap.persistence;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Creates states to save. */
final class States {

    private static final List<String> WORDS =
            List.of("https://example.org", "lab:/delay/3", "off ", "#", " x3", "\t", "\\\"", "é");

    private States() {}

    /** Returns the default state with another list. */
    static WindowState listing(String... lines) {
        return WindowState.DEFAULT.withSites(sites(List.of(lines)));
    }

    /** Returns a state with a list that takes a while to write. */
    static WindowState large(String host, int lines) {
        List<String> texts =
                IntStream.range(0, lines).mapToObj(n -> "https://" + host + "/page/" + n).toList();
        return WindowState.DEFAULT.withSites(sites(texts));
    }

    /** Returns a random state. */
    static WindowState any(Random random) {
        List<String> lines =
                IntStream.range(0, random.nextInt(9)).mapToObj(_ -> line(random)).toList();
        Settings settings =
                new Settings(
                        random.nextBoolean()
                                ? OptionalInt.empty()
                                : OptionalInt.of(random.nextInt(1, Settings.MAX_WORKERS + 1)),
                        Duration.ofNanos(random.nextLong(1_000_000, 3_600_000_000_000L)),
                        random.nextInt(1, Settings.MAX_REPEATS + 1),
                        new ConnectionSettings(
                                random.nextInt(9),
                                random.nextInt(99),
                                random.nextBoolean(),
                                random.nextBoolean()),
                        new RunRules(
                                random.nextBoolean(),
                                random.nextBoolean(),
                                random.nextBoolean(),
                                List.of(CollectMode.values())
                                        .get(random.nextInt(CollectMode.values().length))));
        String model = random.nextBoolean() ? null : "model-" + random.nextInt(9);
        return new WindowState(sites(lines), model, settings, looks(random), choices(random));
    }

    private static WindowChoices choices(Random random) {
        WindowChoices choices = WindowChoices.NONE;
        for (int n = random.nextInt(4); n > 0; n--) {
            choices = choices.with("part " + random.nextInt(9), line(random));
        }
        return choices;
    }

    private static WindowPreferences looks(Random random) {
        WindowBounds bounds =
                random.nextBoolean()
                        ? null
                        : new WindowBounds(
                                random.nextDouble(-9999, 9999),
                                random.nextGaussian(),
                                random.nextDouble(1, 9999),
                                random.nextInt(1, 9999));
        List<Double> dividers = random.doubles(random.nextInt(4)).boxed().toList();
        Set<String> hidden =
                random.ints(random.nextInt(4))
                        .mapToObj(n -> "pane " + n)
                        .collect(Collectors.toSet());
        String theme = random.nextBoolean() ? null : "theme" + random.nextInt(9);
        String page = random.nextBoolean() ? null : "page" + random.nextInt(9);
        return new WindowPreferences(bounds, random.nextBoolean(), dividers, hidden, theme, page);
    }

    /**
     * Returns a random line of grammar words and arbitrary characters, including unpaired
     * surrogates.
     */
    private static String line(Random random) {
        StringBuilder line = new StringBuilder();
        for (int n = random.nextInt(12); n > 0; n--) {
            switch (random.nextInt(3)) {
                case 0 -> line.append(WORDS.get(random.nextInt(WORDS.size())));
                case 1 -> line.append((char) random.nextInt(128));
                default -> line.append((char) random.nextInt(Character.MAX_VALUE + 1));
            }
        }
        return line.toString();
    }

    private static SiteList sites(List<String> lines) {
        return new SiteList(lines.stream().map(SiteLine::parse).toList());
    }

    static UserDirectories folders(Path state) {
        return new UserDirectories(Optional.of(state), Optional.empty());
    }
}
