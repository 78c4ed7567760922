package dev.overlap.foreign.har;

import dev.overlap.plan.Quoting;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Texts of archives. */
final class HarText {

    private HarText() {}

    /**
     * Returns the text that is the current value, visible and shortened; empty for other values.
     *
     * @param longest the most characters
     */
    static String of(JsonParser parser, int longest) {
        return Quoting.plain(whole(parser).strip(), longest);
    }

    /** Returns the text or number that is the current value; empty for other values. */
    static String whole(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING || (token != null && token.isNumeric())) {
            return parser.getString();
        }
        parser.skipChildren();
        return "";
    }
}
