package dev.overlap.plan.repair;

import dev.overlap.plan.SiteLine;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes the addresses out of a command for curl. The options are left out: a list has no methods,
 * headers or bodies. Which options take a value is from {@code curl --help all}.
 */
final class CurlCommand {

    private static final Pattern BEGIN = Pattern.compile("^curl(?:\\.exe)?\\s.*", Pattern.DOTALL);

    private static final List<String> WITH_BODY = List.of("--data", "--form", "--json");

    /** After the end of a command. */
    private static final Pattern ANOTHER = Pattern.compile("\\bcurl(?:\\.exe)?\\s");

    /** Short options whose value follows, in the same word or in the next. */
    private static final String SHORT_WITH_VALUE = "AbcCdDeEFhHKmoPQrtTuUwxXyYz";

    private static final Set<String> LONG_WITHOUT_VALUE =
            Set.of(
                    "--compressed",
                    "--compressed-ssh",
                    "--fail",
                    "--fail-with-body",
                    "--get",
                    "--globoff",
                    "--head",
                    "--http1.0",
                    "--http1.1",
                    "--http2",
                    "--http2-prior-knowledge",
                    "--http3",
                    "--include",
                    "--insecure",
                    "--ipv4",
                    "--ipv6",
                    "--junk-session-cookies",
                    "--location",
                    "--location-trusted",
                    "--no-buffer",
                    "--no-keepalive",
                    "--parallel",
                    "--path-as-is",
                    "--progress-bar",
                    "--proxytunnel",
                    "--remote-header-name",
                    "--remote-name",
                    "--remote-time",
                    "--show-error",
                    "--silent",
                    "--tlsv1.2",
                    "--tlsv1.3",
                    "--verbose");

    private final List<String> addresses = new ArrayList<>();
    private boolean hasMethod;
    private boolean isGet;
    private boolean hasMore;
    private String method = "";

    private CurlCommand() {}

    private static boolean isCurl(String text) {
        return BEGIN.matcher(text).matches();
    }

    /**
     * Returns where the comment of a line begins. A quotation mark of a command that is open at the
     * first sign of a comment makes it a part of the command.
     */
    static int comment(String text) {
        int first = SiteLine.comment(text, 0);
        int begin = text.indexOf("curl ");
        if (begin < 0 || begin > first || ShellWords.split(text.substring(begin, first)) != null) {
            return first;
        }
        return SiteLine.comment(text, begin + ShellWords.end(text.substring(begin)));
    }

    static @Nullable RepairDraft draft(String body) {
        List<String> words = isCurl(body) ? ShellWords.split(body) : null;
        if (words == null || ANOTHER.matcher(body).find(ShellWords.end(body))) {
            return null;
        }
        CurlCommand command = new CurlCommand();
        command.read(words.subList(1, words.size()));
        boolean isClear = command.addresses.stream().allMatch(RepairDraft::isCertain);
        return command.addresses.isEmpty() || !isClear
                ? null
                : new RepairDraft(
                        List.copyOf(command.addresses),
                        new Repair(Repair.Form.CURL, command.leftOut()));
    }

    private void read(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            String next = at + 1 < words.size() ? words.get(at + 1) : "";
            if (!word.startsWith("-") || word.equals("-")) {
                addresses.add(word);
            } else {
                at += word.startsWith("--") ? longOption(word, next) : shortOptions(word, next);
            }
        }
    }

    /** Returns how many words the value of an option takes: none or one. */
    private int longOption(String word, String next) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        if (LONG_WITHOUT_VALUE.contains(name)) {
            flag(name);
            return 0;
        }
        use(name, equals < 0 ? next : word.substring(equals + 1));
        return equals < 0 ? 1 : 0;
    }

    private void flag(String name) {
        isGet |= name.equals("--get");
        if (name.equals("--head")) {
            method("HEAD");
        }
    }

    private void use(String name, String value) {
        switch (name) {
            case "--url" -> addresses.add(value);
            case "--request" -> method(value);
            default -> {
                hasMore = true;
                hasMethod |= WITH_BODY.stream().anyMatch(name::startsWith);
            }
        }
    }

    private int shortOptions(String word, String next) {
        for (int at = 1; at < word.length(); at++) {
            char option = word.charAt(at);
            if (SHORT_WITH_VALUE.indexOf(option) >= 0) {
                boolean isGlued = at + 1 < word.length();
                use(option, isGlued ? word.substring(at + 1) : next);
                return isGlued ? 0 : 1;
            }
            if (option == 'I') {
                method("HEAD");
            }
            isGet |= option == 'G';
        }
        return 0;
    }

    private void use(char option, String value) {
        if (option == 'X') {
            method(value);
        } else {
            hasMore |= "mow".indexOf(option) < 0;
            hasMethod |= option == 'd' || option == 'F';
        }
    }

    private void method(String name) {
        hasMethod = true;
        method = name.matches("[A-Za-z]{1,20}") ? name : "";
    }

    /** Returns the method, if it is not GET, and "options" if anything else was left out. */
    private String leftOut() {
        String sent = !method.isEmpty() ? method : hasMethod && !isGet ? "POST" : "GET";
        String other = sent.equals("GET") ? "" : sent;
        return other.isEmpty() ? (hasMore ? "options" : "") : other;
    }
}
