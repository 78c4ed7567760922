package dev.overlap.lesson.claim;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.lesson.claim.ClaimTerm.Binary;
import dev.overlap.lesson.claim.ClaimTerm.Constant;
import dev.overlap.lesson.claim.ClaimTerm.Measured;
import dev.overlap.lesson.claim.RunMetric.Detail;
import dev.overlap.lesson.claim.RunMetric.Unit;
import dev.overlap.plan.DurationParser;
import dev.overlap.plan.Quoting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Parses a claim by recursive descent; see {@link Claim} for the grammar. */
final class ClaimParser {

    static final String EXAMPLE = "Write a claim as in: wall(event-loop) < 0.6 * wall(sequential).";

    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "=");

    private final ClaimTokens tokens;

    ClaimParser(String line) {
        tokens = new ClaimTokens(line);
    }

    /** Reads the whole line. */
    List<ClaimComparison> comparisons() {
        List<ClaimComparison> all = new ArrayList<>();
        do {
            all.add(comparison());
        } while (tokens.skip("and"));
        if (!tokens.isAtEnd()) {
            throw new IllegalArgumentException(
                    "After a comparison comes \"and\" or the end of the line, not %s."
                            .formatted(tokens.described()));
        }
        return List.copyOf(all);
    }

    private ClaimComparison comparison() {
        ClaimTerm left = sum();
        if (!COMPARISONS.contains(tokens.peek())) {
            throw new IllegalArgumentException(
                    "A claim compares two values with <, <=, >, >= or =, not with %s. %s"
                            .formatted(tokens.described(), EXAMPLE));
        }
        String operator = tokens.take();
        ClaimTerm right = sum();
        requireSame(left, right, "compared with");
        return new ClaimComparison(left, operator, right);
    }

    private ClaimTerm sum() {
        ClaimTerm sum = product();
        while (tokens.peek().equals("+") || tokens.peek().equals("-")) {
            String sign = tokens.take();
            ClaimTerm next = product();
            requireSame(sum, next, sign.equals("+") ? "added to" : "taken from");
            sum = new Binary(sign.charAt(0), sum, next, sum.unit());
        }
        return sum;
    }

    private ClaimTerm product() {
        ClaimTerm product = value();
        while (tokens.peek().equals("*") || tokens.peek().equals("/")) {
            char sign = tokens.take().charAt(0);
            ClaimTerm next = value();
            product = new Binary(sign, product, next, unit(sign, product.unit(), next.unit()));
        }
        return product;
    }

    private static Unit unit(char sign, Unit left, Unit right) {
        if (sign == '*' && left == Unit.TIME && right == Unit.TIME) {
            throw new IllegalArgumentException(
                    "A time times a time is no time. Multiply one by a number.");
        }
        if (sign == '/' && right == Unit.TIME) {
            if (left == Unit.COUNT) {
                throw new IllegalArgumentException(
                        "A number cannot be divided by a time. Divide a time by a time.");
            }
            return Unit.COUNT;
        }
        return left == Unit.TIME ? left : right;
    }

    private static void requireSame(ClaimTerm left, ClaimTerm right, String how) {
        if (left.unit() != right.unit()) {
            throw new IllegalArgumentException(
                    "A time cannot be %s a number. Give the number a unit, as in 300ms."
                            .formatted(how));
        }
    }

    private ClaimTerm value() {
        if (tokens.skip("(")) {
            ClaimTerm inner = sum();
            tokens.require(")", "A term in parentheses");
            return inner;
        }
        if (tokens.isAtEnd() || !Character.isLetterOrDigit(tokens.peek().charAt(0))) {
            throw new IllegalArgumentException(
                    "A value is missing before %s. %s".formatted(tokens.described(), EXAMPLE));
        }
        String word = tokens.take();
        return Character.isDigit(word.charAt(0)) ? constant(word) : function(word);
    }

    private static Constant constant(String word) {
        boolean isTime = Character.isLetter(word.charAt(word.length() - 1));
        return isTime
                ? new Constant(nanos(DurationParser.read(word)), Unit.TIME)
                : new Constant(Double.parseDouble(word), Unit.COUNT);
    }

    /** In nanoseconds; a {@code long} would not hold all. */
    private static double nanos(Duration duration) {
        return duration.getSeconds() * 1e9 + duration.getNano();
    }

    private Measured function(String name) {
        boolean isPhase = Phases.isId(name);
        RunMetric metric = isPhase ? RunMetric.SPENT : metric(name);
        tokens.require("(", name);
        String model = model(tokens.take());
        String detail = isPhase ? name : detail(name, metric.detail());
        tokens.require(")", name);
        return new Measured(metric, model, detail);
    }

    private static RunMetric metric(String name) {
        return Arrays.stream(RunMetric.values())
                .filter(it -> it.id().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s is not measured. %s"
                                                .formatted(
                                                        Quoting.of(name),
                                                        LessonScope.choice(
                                                                "functions",
                                                                name,
                                                                RunMetric.ids()))));
    }

    private static String model(String id) {
        List<String> all = ConcurrencyModel.all().stream().map(ConcurrencyModel::id).toList();
        if (!ConcurrencyModel.isKnown(id)) {
            throw new IllegalArgumentException(
                    "There is no model %s. %s"
                            .formatted(Quoting.of(id), LessonScope.choice("models", id, all)));
        }
        return id;
    }

    private String detail(String name, Detail detail) {
        if (detail == Detail.NONE) {
            return "";
        }
        if (!tokens.skip(",")) {
            throw new IllegalArgumentException("%s also needs %s.".formatted(name, detail.words()));
        }
        String word = tokens.take();
        boolean isNumber = word.matches("[1-9][0-9]{0,5}");
        boolean isRight =
                switch (detail) {
                    case PHASE -> Phases.isId(word);
                    case TASK -> isNumber;
                    case NONE, COUNTER -> word.matches("[a-zA-Z].*");
                };
        if (!isRight) {
            throw new IllegalArgumentException(
                    "%s needs %s, not %s.".formatted(name, detail.words(), Quoting.of(word)));
        }
        return word;
    }
}
