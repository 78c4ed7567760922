package dev.overlap.plan.address;

import static java.util.regex.Matcher.quoteReplacement;

/** The target of a request: a URL, or a path of the lab, whose port is known only once it runs. */
public sealed interface Address {

    /**
     * Returns the address as it is shown in labels, pictures, logs and files, without a user name
     * or password.
     */
    String label();

    /** Returns the address as typed, including any user name and password. */
    String text();

    /**
     * A URL.
     *
     * @param url the URL to request, including any user
     * @param label the URL as it was written, without the user
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
     * @param path begins with {@code /}; may include a query
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
