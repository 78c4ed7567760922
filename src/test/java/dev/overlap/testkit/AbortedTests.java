package dev.overlap.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts the tests that could not run on this machine and says why, in one line at the end of the
 * build. Each of them was aborted by an assumption, which holds the reason; the reports of Surefire
 * are the argument.
 */
public final class AbortedTests {

    private static final Pattern ABORTED =
            Pattern.compile(
                    "<skipped(?: message=\"(?:Assumption failed:"
                            + " )?(?<said>[^\"]*)\")?[^>]*>(?:<!\\[CDATA\\[[\\w.$]+: (?:Assumption"
                            + " failed: )?(?<thrown>[^\n"
                            + "\\]]*))?");
    private static final Pattern TEST = Pattern.compile("<testcase\\b");
    private static final int MAX_LENGTH = 100;
    private static final String NO_REASON = "no reason given";

    private AbortedTests() {}

    @SuppressWarnings("SystemOut") // the line is for whoever builds
    public static void main(String[] args) throws IOException {
        System.out.println(line(Path.of(args[0])));
    }

    /** Returns the line about the reports in a folder. */
    static String line(Path reports) throws IOException {
        if (!Files.isDirectory(reports)) {
            return "No test has run.";
        }
        List<String> reasons = new ArrayList<>();
        long tests = 0;
        try (Stream<Path> files = Files.list(reports)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".xml")).toList()) {
                String report = Files.readString(file);
                tests += TEST.matcher(report).results().count();
                reasons.addAll(reasons(report));
            }
        }
        String ran = "Tests run: %d, aborted: %d".formatted(tests - reasons.size(), reasons.size());
        return reasons.isEmpty() ? ran : ran + " (" + counted(reasons) + ")";
    }

    private static List<String> reasons(String report) {
        List<String> reasons = new ArrayList<>();
        Matcher aborted = ABORTED.matcher(report);
        while (aborted.find()) {
            String said = aborted.group("said");
            String thrown = aborted.group("thrown");
            String reason = said == null || said.isBlank() ? thrown : said;
            reasons.add(reason == null ? NO_REASON : clipped(reason));
        }
        return reasons;
    }

    private static String clipped(String reason) {
        return reason.length() <= MAX_LENGTH
                ? reason
                : reason.substring(0, MAX_LENGTH - 1) + "\u2026";
    }

    private static String counted(List<String> reasons) {
        return reasons.stream()
                .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(it -> it.getValue() + ": " + it.getKey())
                .collect(Collectors.joining("; "));
    }
}
