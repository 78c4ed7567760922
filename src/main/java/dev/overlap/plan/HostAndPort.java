package dev.overlap.plan;

import dev.overlap.plan.address.AsciiDigits;
import dev.overlap.plan.address.WebUrl;

/**
 * The host and port of a server's address, as written.
 *
 * @param host may be empty; an IPv6 address is in brackets
 * @param port a colon and digits, or empty
 */
record HostAndPort(String host, String port) {

    private static final int HIGHEST_PORT = 65_535;

    static HostAndPort of(String server) throws SiteParseException {
        boolean brackets = server.startsWith("[");
        if (!brackets && server.indexOf(':') != server.lastIndexOf(':')) {
            throw new SiteParseException(
                    "An IPv6 address needs brackets. Write it as in https://[::1]:8080.");
        }
        int end = brackets ? server.indexOf(']') + 1 : server.indexOf(':');
        if (end <= 0) {
            return new HostAndPort(server, "");
        }
        String port = server.substring(end);
        if (!port.isEmpty() && !port.startsWith(":")) {
            throw new SiteParseException(
                    "Only a port can follow the brackets. Write it as in https://[::1]:8080.");
        }
        return new HostAndPort(server.substring(0, end), checked(port));
    }

    /** Returns the port, or {@link WebUrl#DEFAULT_PORT} if none is written. */
    int number() {
        return port.isEmpty() ? WebUrl.DEFAULT_PORT : Integer.parseInt(port, 1, port.length(), 10);
    }

    private static String checked(String port) throws SiteParseException {
        if (port.length() <= 1) {
            return "";
        }
        int number = AsciiDigits.number(port.substring(1), HIGHEST_PORT);
        if (number < 0) {
            throw new SiteParseException(
                    "The port must be a number from 1 to "
                            + HIGHEST_PORT
                            + ", not "
                            + Quoting.of(port.substring(1))
                            + ".");
        }
        return ":" + number;
    }
}
