package dev.overlap.export;

/** Keeps spreadsheets from running a text of somebody else's as a formula. */
final class FormulaGuard {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private FormulaGuard() {}

    /** A text that no spreadsheet takes for a formula. */
    static String harmless(String text) {
        boolean risky = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return risky ? "'" + text : text;
    }
}
