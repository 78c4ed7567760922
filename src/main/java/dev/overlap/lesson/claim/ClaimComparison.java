package dev.overlap.lesson.claim;

/**
 * Two terms of one unit and how they compare.
 *
 * @param operator one of {@code < <= > >= =}
 */
record ClaimComparison(ClaimTerm left, String operator, ClaimTerm right) {

    ClaimResult check(MeasuredRuns runs) {
        double a = left.of(runs);
        double b = right.of(runs);
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return ClaimResult.UNKNOWN;
        }
        return holds(Double.compare(a + 0.0, b + 0.0)) ? ClaimResult.HOLDS : ClaimResult.FAILS;
    }

    /** Whether the sign of a comparison is what the operator asks for. */
    private boolean holds(int sign) {
        return switch (operator) {
            case "<" -> sign < 0;
            case "<=" -> sign <= 0;
            case ">" -> sign > 0;
            case ">=" -> sign >= 0;
            default -> sign == 0;
        };
    }
}
