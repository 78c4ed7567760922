package dev.overlap.plan;

/** One thing to do, as a line of the site list names it. */
public sealed interface Site {

    /** The site as people see it, free of secrets. */
    String label();

    /** A page to get over HTTP, redirects included. */
    record Fetch(Address address) implements Site {
        @Override
        public String label() {
            return address.label();
        }
    }
}
