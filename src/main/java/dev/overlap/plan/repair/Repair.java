package dev.overlap.plan.repair;

/**
 * One thing that was wrong with a line, and has been put right.
 *
 * @param form what it was
 * @param detail the part of the text that the form is about; empty if the form says all
 */
public record Repair(Form form, String detail) {

    /** What a line had that does not belong to the grammar of lists. */
    public enum Form {
        /** A bullet in front, or a check box after it. */
        BULLET,
        /** A number in front, as in a numbered list. */
        NUMBER,
        /** The marks of a quoted e-mail. */
        QUOTATION,
        /** Quotation marks or brackets around all of it, or punctuation after it. */
        WRAPPER,
        /** A Markdown link. */
        MARKDOWN,
        /** A link or other tags of HTML. */
        HTML,
        /** A command for curl; the detail is what of it has no place in a list. */
        CURL,
        /** Several addresses in one line. */
        SEVERAL,
        /** A count with a blank in it, or with the x after the number. */
        COUNT,
        /** A row of a table, of which one cell is the address. */
        COLUMN,
        /** The head of a table. */
        HEADER,
        /** An address between other words; the detail is the address. */
        WORDS,
        /** Blanks that are missing around a word. */
        BLANKS,
        /** A scheme that was mistyped; the detail is what was meant. */
        SCHEME,
        /** Invisible characters. */
        INVISIBLE,
        /** An IPv6 address without brackets. */
        BRACKETS,
        /** A word for the whole line in the wrong place. */
        MISPLACED,
        /** A brace that was not closed. */
        BRACE,
        /** A path that the lab does not have; the detail is the path that was meant. */
        LAB_PATH
    }

    static Repair of(Form form) {
        return new Repair(form, "");
    }
}
