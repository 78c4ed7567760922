package dev.overlap.plan;

import static java.util.regex.Matcher.quoteReplacement;

/**
 * Where a request goes: somewhere on the net, or to the lab, whose port is known only once it runs.
 */
public sealed interface Address {

    /**
     * The address as people may see it: in labels, pictures, logs and files. Never shows a user
     * name or a password.
     */
    String label();

    /**
     * The address as it is typed: the label, with the user name and password that it leaves out.
     */
    String text();

    /**
     * A URL.
     *
     * @param url as a request needs it, with the user that it names
     * @param label as people wrote it, without the user
     */
    record Web(WebUrl url, String label) implements Address {
        @Override
        public String text() {
            String user = url.user();
            return user == null
                    ? label
                    : label.replaceFirst("://", quoteReplacement("://" + user + "@"));
        }
    }

    /**
     * A path of the lab.
     *
     * @param path begins with {@code /}; may carry a query
     */
    record Lab(String path) implements Address {
        @Override
        public String label() {
            return "lab:" + path;
        }

        @Override
        public String text() {
            return label();
        }
    }
}
