package dev.overlap.plan;

import java.util.regex.Pattern;

/**
 * Reads the names of what tasks share: a letter, followed by up to 31 letters, digits, hyphens and
 * underscores, all of them ASCII, because programs and files contain them too.
 */
final class ResourceNameParser {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,31}");

    private ResourceNameParser() {}

    /**
     * Reads a name.
     *
     * @param example how a name is written there
     */
    static String name(String text, String example) throws SiteParseException {
        if (!NAME.matcher(text).matches()) {
            throw new SiteParseException(
                    "A name begins with a letter from A to Z, followed by up to 31 letters, digits,"
                            + " - and _. Write it as in "
                            + example
                            + ".");
        }
        return text;
    }
}
