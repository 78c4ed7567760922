package dev.overlap.lab;

import dev.overlap.lab.QueryParameters.InvalidParameterException;

import java.util.List;

/** Parses the behaviour that a URL declares. Pure functions, without server, clock or threads. */
final class UrlBehaviourParser {

    /** The longest time that a URL can declare: ten minutes, in milliseconds. */
    static final int MAX_MILLIS = 600_000;

    /** The most bytes that a URL can declare. */
    static final long MAX_BYTES = 1_000_000_000;

    /** The longest chain of redirects. */
    static final int MAX_REDIRECTS = 100;

    /** The description of the lab at {@code /}. */
    static final String DESCRIPTION =
            """
            Overlap's lab: an HTTP server that does what the URL says.

            /delay/{ms}            replies 200 after ms milliseconds
            /bytes/{n}?ms=         replies 200 with n bytes, spread evenly over ms milliseconds
            /status/{code}?delay=  replies with that status, 200 to 599, after delay milliseconds
            /redirect/{n}          302 to /redirect/{n-1}, and so on until 200
            /hang                  never replies
            /reset?after=          resets the TCP connection after that many milliseconds
            /close?after=          sends part of a body, then ends the connection
            /jobs?takes=           POST gives 202 and a Location; GET that until it gives 200
            /echo                  replies with what it was sent, as text

            Times are 0 to 600000 ms, n bytes 0 to 1000000000, redirects 0 to 100.
            Every reply says when it was sent: Lab-Sent-After-Ms, counted from the request's head,
            and how long it was meant to take, to its last byte: Lab-Declared-Ms.
            """;

    /** The same paths in short, for replies to unknown paths. */
    private static final String PATHS =
            "/delay/{ms}, /bytes/{n}?ms=, /status/{code}?delay=, /redirect/{n}, /hang,"
                    + " /reset?after=, /close?after=, /jobs?takes=, /echo and /";

    /** One target for each path. */
    static final List<String> EXAMPLES =
            List.of(
                    "/delay/300",
                    "/bytes/1000?ms=200",
                    "/status/404",
                    "/redirect/3",
                    "/hang",
                    "/reset?after=100",
                    "/close?after=100",
                    "/jobs?takes=500",
                    "/echo");

    private UrlBehaviourParser() {}

    /**
     * Parses one request.
     *
     * @param method such as {@code GET}; used only for {@code /jobs}
     * @param target the path and query, such as {@code /bytes/100?ms=20}
     */
    static Behaviour parse(String method, String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        String[] words = path.split("/", -1);
        try {
            return switch (words.length) {
                case 2 -> named(words[1], query, method);
                case 3 -> numbered(words[1], words[2], query, method);
                default -> unknown(path);
            };
        } catch (InvalidParameterException e) {
            return new Behaviour.Refuse(400, e.sentence());
        }
    }

    private static Behaviour named(String name, String query, String method)
            throws InvalidParameterException {
        return switch (name) {
            case "" -> plain(query, new Behaviour.Describe());
            case "hang" -> plain(query, new Behaviour.Hang());
            case "echo" -> plain(query, new Behaviour.Echo());
            case "reset" -> new Behaviour.Reset(millis(query, "after"));
            case "close" -> new Behaviour.Close(millis(query, "after"));
            case "jobs" -> startJob(query, method);
            case "delay", "bytes", "status", "redirect" ->
                    throw new InvalidParameterException(
                            "A number is missing: write /" + name + "/ and the number.");
            default -> unknown("/" + name);
        };
    }

    private static Behaviour numbered(String name, String number, String query, String method)
            throws InvalidParameterException {
        return switch (name) {
            case "delay" ->
                    plain(
                            query,
                            new Behaviour.Delay(
                                    (int) QueryParameters.number("ms", number, 0, MAX_MILLIS)));
            case "bytes" ->
                    new Behaviour.Bytes(
                            QueryParameters.number("n", number, 0, MAX_BYTES), millis(query, "ms"));
            case "status" ->
                    new Behaviour.Status(
                            (int) QueryParameters.number("code", number, 200, 599),
                            millis(query, "delay"));
            case "redirect" ->
                    plain(
                            query,
                            new Behaviour.Redirect(
                                    (int) QueryParameters.number("n", number, 0, MAX_REDIRECTS)));
            case "jobs" -> pollJob(number, query, method);
            default -> unknown("/" + name + "/" + number);
        };
    }

    private static Behaviour startJob(String query, String method)
            throws InvalidParameterException {
        int takes = millis(query, "takes");
        return method.equals("POST")
                ? new Behaviour.StartJob(takes)
                : new Behaviour.Refuse(
                        405, "Start a job with POST /jobs?takes=ms, then GET its Location.");
    }

    private static Behaviour pollJob(String started, String query, String method)
            throws InvalidParameterException {
        long micros = QueryParameters.number("job", started, 0, Long.MAX_VALUE);
        int takes = millis(query, "takes");
        return method.equals("GET") || method.equals("HEAD")
                ? new Behaviour.AskJob(new JobId(micros, takes))
                : new Behaviour.Refuse(405, "A job that was started can only be read: use GET.");
    }

    private static Behaviour plain(String query, Behaviour behaviour)
            throws InvalidParameterException {
        QueryParameters.none(query);
        return behaviour;
    }

    private static int millis(String query, String name) throws InvalidParameterException {
        return QueryParameters.only(name, query, MAX_MILLIS);
    }

    private static Behaviour unknown(String path) {
        String shown = path.length() > 80 ? path.substring(0, 80) + "..." : path;
        return new Behaviour.Refuse(
                404, "The lab has no path \"%s\"; it has %s.".formatted(shown, PATHS));
    }
}
