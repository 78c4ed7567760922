package dev.overlap.export;

/** Keeps spreadsheets from evaluating foreign text as a formula. */
final class FormulaGuard {

    private static final String FORMULA_PREFIXES = "=+-@\t\r";

    private FormulaGuard() {}

    /** Returns the text, prefixed with an apostrophe if it would be taken for a formula. */
    static String escape(String text) {
        boolean risky = !text.isEmpty() && FORMULA_PREFIXES.indexOf(text.charAt(0)) >= 0;
        return risky ? "'" + text : text;
    }
}
