package dev.overlap.protocol.recording;

import dev.overlap.plan.Quoting;

/** Texts of emitters as they can be shown: visible, without passwords, and not too long. */
final class RecordedText {

    private RecordedText() {}

    /** Returns a name. */
    static String name(String text) {
        return Quoting.plain(text.strip(), RecordingLimits.MAX_NAME);
    }

    /** Returns a sentence or two. */
    static String sentence(String text) {
        return Quoting.plain(text.strip().replaceAll("\\s+", " "), RecordingLimits.MAX_TEXT);
    }

    /** Returns a URL without the user name and password that it may contain. */
    static String url(String text) {
        String url = Quoting.plain(text.strip(), RecordingLimits.MAX_TEXT);
        int scheme = url.indexOf("://");
        if (scheme < 0) {
            return url;
        }
        int authority = scheme + "://".length();
        int end = authority;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        int user = url.lastIndexOf('@', end - 1);
        return user < authority ? url : url.substring(0, authority) + url.substring(user + 1);
    }
}
