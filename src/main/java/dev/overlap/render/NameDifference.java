package dev.overlap.render;

/**
 * By which letters a name differs from the ones beside it, in whole words: of {@code
 * get('http://www.google.com')} beside {@code get('http://www.quora.com')}, {@code google}. When
 * the name is cut, these stay.
 *
 * @param from index of the first of them
 * @param to index after the last of them
 */
record NameDifference(String name, int from, int to) {

    static final String ELLIPSIS = "\u2026";

    /** Returns by what a name differs from that of the two others which is more like it. */
    static NameDifference of(String name, String before, String after) {
        NameDifference one = of(name, before);
        NameDifference other = of(name, after);
        return one.to - one.from <= other.to - other.from ? one : other;
    }

    private static NameDifference of(String name, String other) {
        int length = name.length();
        int shared = Math.min(length, other.length());
        if (name.equals(other)) {
            return new NameDifference(name, 0, length);
        }
        int from = 0;
        while (from < shared && name.charAt(from) == other.charAt(from)) {
            from++;
        }
        int after = 0;
        while (after < shared - from
                && name.charAt(length - 1 - after) == other.charAt(other.length() - 1 - after)) {
            after++;
        }
        return new NameDifference(name, from, length - after).inWholeWords();
    }

    private NameDifference inWholeWords() {
        int first = from;
        while (first > 0 && isWord(first - 1) && (first == name.length() || isWord(first))) {
            first--;
        }
        int end = to;
        while (end > 0 && end < name.length() && isWord(end - 1) && isWord(end)) {
            end++;
        }
        return new NameDifference(name, first, end);
    }

    private boolean isWord(int index) {
        char letter = name.charAt(index);
        return letter >= 0x80
                || (letter >= '0' && letter <= '9')
                || (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z');
    }

    /** Returns whether it is less than the whole name. */
    boolean isShorter() {
        return from < to && to - from < name.length();
    }

    /** Returns how many letters are the same. */
    int others() {
        return name.length() - (to - from);
    }

    /** Returns the name with so many of the letters that are the same. */
    String cut(int letters) {
        int tail = Math.min(name.length() - to, letters * 2 / 5);
        int head = Math.min(from, letters - tail);
        tail = Math.min(name.length() - to, letters - head);
        int headEnd = codePointStart(name, head);
        int tailEnd = codePointStart(name, to + tail);
        return name.substring(0, headEnd)
                + (headEnd < from ? ELLIPSIS : "")
                + name.substring(from, tailEnd)
                + (tailEnd < name.length() ? ELLIPSIS : "");
    }

    /** Returns the index, or the one before it if it would split a surrogate pair. */
    static int codePointStart(String text, int index) {
        return index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index))
                ? index - 1
                : index;
    }
}
