package dev.overlap.lesson.claim;

import dev.overlap.lesson.claim.RunMetric.Unit;

import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * An arithmetic expression over figures of runs. Times are in nanoseconds. A value that is unknown,
 * or not a finite number, is NaN.
 */
sealed interface ClaimTerm {

    /** Returns the value over the runs at hand. */
    double of(MeasuredRuns runs);

    /** What the value is measured in. */
    Unit unit();

    /** Visits every figure in it. */
    void visit(Consumer<Measured> visitor);

    /** A number, or a duration. */
    record Constant(double value, Unit unit) implements ClaimTerm {
        @Override
        public double of(MeasuredRuns runs) {
            return value;
        }

        @Override
        public void visit(Consumer<Measured> visitor) {}
    }

    /**
     * A figure of the runs of a model.
     *
     * @param detail the counter, phase or number of a task; empty if the metric needs none
     */
    record Measured(RunMetric metric, String model, String detail) implements ClaimTerm {
        @Override
        public double of(MeasuredRuns runs) {
            OptionalLong value = metric.of(runs.of(model), detail);
            return value.isPresent() ? value.getAsLong() : Double.NaN;
        }

        /** The figure as a claim names it. */
        String text() {
            if (metric == RunMetric.SPENT) {
                return detail + "(" + model + ")";
            }
            return metric.id() + "(" + model + (detail.isEmpty() ? "" : ", " + detail) + ")";
        }

        @Override
        public Unit unit() {
            return metric.unit();
        }

        @Override
        public void visit(Consumer<Measured> visitor) {
            visitor.accept(this);
        }
    }

    /**
     * Two terms with one of {@code + - * /} between them.
     *
     * @param unit of the result
     */
    record Binary(char operator, ClaimTerm left, ClaimTerm right, Unit unit) implements ClaimTerm {
        @Override
        public double of(MeasuredRuns runs) {
            double a = left.of(runs);
            double b = right.of(runs);
            double value =
                    switch (operator) {
                        case '+' -> a + b;
                        case '-' -> a - b;
                        case '*' -> a * b;
                        default -> a / b;
                    };
            return Double.isFinite(value) ? value : Double.NaN;
        }

        @Override
        public void visit(Consumer<Measured> visitor) {
            left.visit(visitor);
            right.visit(visitor);
        }
    }
}
