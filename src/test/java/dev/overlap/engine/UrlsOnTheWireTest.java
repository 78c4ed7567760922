package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.plan.Plan;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.RawConnection;
import dev.overlap.testkit.RawServer;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is typed and what servers send, as it arrives at a server of bare sockets. */
class UrlsOnTheWireTest {

    private static final String BASE = "/dir/list?from=";

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    /** Locations, {@code PORT} being the server's own, and what is asked next. */
    private static final Map<String, String> LOCATIONS = locations();

    private static Map<String, String> locations() {
        Map<String, String> locations = new LinkedHashMap<>();
        locations.put("?page=2", "/dir/list?page=2");
        locations.put("?", "/dir/list?");
        locations.put("/a/../b/./end", "/b/end");
        locations.put("/../up", "/up");
        locations.put("../over", "/over");
        locations.put("sub/./x/..", "/dir/sub/");
        locations.put(";x=1", "/dir/;x=1");
        locations.put("//127.0.0.1:PORT/net", "/net");
        locations.put("http:rel", "/dir/rel");
        locations.put("HTTP://127.1:PORT/short", "/short");
        locations.put("http:\\\\127.0.0.1:PORT\\back\\slash", "/back/slash");
        locations.put("http://ann:pw@127.0.0.1:PORT/user", "/user");
        locations.put("/.//double", "//double");
        locations.put("  /blanks  ", "/blanks");
        locations.put("/t\tab", "/tab");
        locations.put("/a b", "/a%20b");
        locations.put("/{a|b}^`\"<c>", "/%7Ba%7Cb%7D%5E%60%22%3Cc%3E");
        locations.put("?q={a|b} \"c\"", "/dir/list?q=%7Ba%7Cb%7D%20%22c%22");
        locations.put("/100%", "/100%25");
        locations.put("/%zz?%z", "/%25zz?%25z");
        locations.put("/kept%2f%41?%20+", "/kept%2f%41?%20+");
        locations.put(octets("/k\u00e4se?q=\u65e5"), "/k%C3%A4se?q=%E6%97%A5");
        locations.put(octets("/u\u0308"), "/u%CC%88");
        locations.put("/latin-\u00e4?\u00fc", "/latin-%E4?%FC");
        locations.put("/frag#ment", "/frag");
        return locations;
    }

    /** The octets of a text in UTF-8, as a {@link RawConnection} writes them. */
    private static String octets(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    /** Addresses, {@code PORT} being the server's, and what is asked for. */
    private static final Map<String, String> TYPED = typed();

    private static Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("http://127.1:PORT/two-parts", "/two-parts");
        typed.put("http://0x7f.0.0.1:PORT/hex", "/hex");
        typed.put("http://2130706433:PORT/one-number", "/one-number");
        typed.put("<http://127.0.0.1:PORT/mail>", "/mail");
        typed.put("<URL:http://127.0.0.1:PORT/appendix-c>", "/appendix-c");
        typed.put("\"http://127.0.0.1:PORT/quoted\"", "/quoted");
        typed.put("http://127.0.0.1:PORT//slashes", "//slashes");
        typed.put("http://127.0.0.1:PORT/a/../dots/./x", "/dots/x");
        typed.put("http://127.0.0.1:PORT?query", "/?query");
        typed.put("http://127.0.0.1:PORT/{a|b}\"%?{\"|}%", "/%7Ba%7Cb%7D%22%25?%7B%22%7C%7D%25");
        typed.put("http://127.0.0.1:PORT/u\u0308/\u00fc", "/u%CC%88/%C3%BC");
        return typed;
    }

    /** What stands in front of the host, and the octets that are sent; null for none. */
    private static final Map<String, @Nullable String> USERS = users();

    private static Map<String, @Nullable String> users() {
        Map<String, @Nullable String> users = new LinkedHashMap<>();
        users.put("token@", "token:");
        users.put("ann:pw@", "ann:pw");
        users.put("007bond:0pw@", "007bond:0pw");
        users.put("$0:$1@", "$0:$1");
        users.put("00:0@", "00:0");
        users.put(":pw@", ":pw");
        users.put("u:@", "u:");
        users.put("u:p:q@", "u:p:q");
        users.put("u@v:p@", "u@v:p");
        users.put("u%40v:p%2Fw%25@", "u@v:p/w%");
        users.put("u%zz:%4@", "u%zz:%4");
        users.put("\u00fc:\u65e5@", octets("\u00fc:\u65e5"));
        users.put("%FC:%E4@", "\u00fc:\u00e4");
        users.put("a|{}:b^\"@", "a|{}:b^\"");
        users.put("@", null);
        users.put(":@", null);
        users.put("", null);
        return users;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "threads",
                "thread-pool",
                "virtual-threads",
                "process-pool",
                "event-loop",
                "blocked-loop",
                "loop-offload"
            })
    void everyModelAsksAsBrowsersDo(String model) throws IOException {
        List<String> sent = List.copyOf(LOCATIONS.keySet());
        String loopback = NetworkInterface.getByInetAddress(InetAddress.ofLiteral("::1")).getName();
        try (RawServer server = RawServer.start(visit -> redirect(visit, sent));
                RawServer inZone = RawServer.start("::1", visit -> redirect(visit, ZONED))) {
            List<String> sites = new ArrayList<>(sites(server.port(), sent.size()));
            String rfc6874 = "http://[::1%25" + loopback + "]:" + inZone.port() + "/rfc-6874";
            String zoned = "http://[::1%" + loopback + "]:" + inZone.port();
            sites.addAll(List.of(rfc6874, zoned + BASE + 0));
            Trace trace = RIG.run(plan(model, sites));

            assertAllAnswered(trace);
            checkLocations(trace, server);
            checkTyped(server);
            checkUsers(server);
            assertThat(trace.task(sites.size() - 1).exchanges().getLast().url())
                    .isEqualTo(zoned + "/next");
            assertThat(inZone.requests())
                    .hasSize(3)
                    .allMatch(head -> head.contains("Host: [::1]:" + inZone.port() + "\r\n"))
                    .noneMatch(head -> head.contains(loopback + "]"));
        }
    }

    /** Sent from an address with a zone, which the server does not know. */
    private static final List<String> ZONED = List.of("http://[::1]:PORT/next");

    private static List<String> sites(int port, int locations) {
        Stream<String> redirected =
                IntStream.range(0, locations).mapToObj(i -> "http://127.0.0.1:PORT" + BASE + i);
        Stream<String> users =
                USERS.keySet().stream()
                        .map(user -> "http://" + user + "127.0.0.1:PORT" + pathOf(user));
        return Stream.of(redirected, TYPED.keySet().stream(), users)
                .flatMap(lines -> lines)
                .map(line -> line.replace("PORT", String.valueOf(port)))
                .toList();
    }

    private static String pathOf(String user) {
        return "/user/" + List.copyOf(USERS.keySet()).indexOf(user);
    }

    private static void checkLocations(Trace trace, RawServer server) {
        String origin = "http://127.0.0.1:" + server.port();
        List<String> sent = List.copyOf(LOCATIONS.keySet());
        for (int i = 0; i < sent.size(); i++) {
            String next = LOCATIONS.get(sent.get(i));
            assertThat(trace.task(i).exchanges())
                    .as("to <%s>", sent.get(i))
                    .extracting(Exchange::url)
                    .containsExactly(origin + BASE + i, origin + next);
            assertThat(head(server, next)).doesNotContain("Authorization");
        }
    }

    private static void checkTyped(RawServer server) {
        TYPED.forEach(
                (line, target) ->
                        assertThat(head(server, target)).as(line).doesNotContain("Authorization"));
    }

    private static void checkUsers(RawServer server) {
        USERS.forEach(
                (user, octets) ->
                        assertThat(basic(head(server, pathOf(user)))).as(user).isEqualTo(octets));
    }

    /** The head of the one request that asked for this. */
    private static String head(RawServer server, String target) {
        List<String> heads =
                server.requests().stream()
                        .filter(head -> head.startsWith("GET " + target + " HTTP/1.1\r\n"))
                        .toList();
        assertThat(heads).as(target).hasSize(1);
        assertThat(heads.getFirst()).contains("Host: 127.0.0.1:" + server.port() + "\r\n");
        return heads.getFirst();
    }

    /** Answers a request for one of the base paths with a Location, and every other with 200. */
    private static void redirect(RawConnection visit, List<String> locations) throws IOException {
        while (true) {
            String head = visit.readRequest();
            String target = head.split(" ", 3)[1];
            if (target.startsWith(BASE)) {
                String port = head.replaceFirst("(?s).*Host: \\S+:(\\d+)\r\n.*", "$1");
                String location = locations.get(Integer.parseInt(target.substring(BASE.length())));
                visit.reply("302 Found\r\nLocation: " + location.replace("PORT", port));
            } else {
                visit.reply("200 OK");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void aLocationThatLeadsNowhereSaysWhatIsWrongWithIt(String model) throws IOException {
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put(
                "ftp://a.test/",
                "to a \"ftp:\" address. Overlap follows redirects to http and https only.");
        sentences.put(
                "mailto:a@b.test",
                "to a \"mailto:\" address. Overlap follows redirects to http and https only.");
        sentences.put("http://a b/", "to \"a b\", which is not a host. Ask the site's owner.");
        sentences.put("//{host}/x", "to \"{host}\", which is not a host. Ask the site's owner.");
        sentences.put(
                "http://256.1.1.1/",
                "to \"256.1.1.1\", which is not a host. Ask the site's owner.");
        sentences.put("http:///", "to an address without a host. Ask the site's owner.");
        sentences.put(
                "http://a.test:99999/",
                "to port \"99999\", and there are only 1 to 65535. Ask the site's owner.");
        List<String> sent = List.copyOf(sentences.keySet());
        try (RawServer server = RawServer.start(visit -> redirect(visit, sent))) {
            String origin = "http://127.0.0.1:" + server.port();
            List<String> sites =
                    IntStream.range(0, sent.size()).mapToObj(i -> origin + BASE + i).toList();
            Trace trace = RIG.run(plan(model, sites));

            for (int i = 0; i < sent.size(); i++) {
                boolean isOther = sent.get(i).matches("[fm].*");
                assertThat(trace.task(i).outcome())
                        .isEqualTo(
                                new Outcome.Failed(
                                        isOther
                                                ? FailureKind.REDIRECT_REFUSED
                                                : FailureKind.MALFORMED,
                                        sites.get(i) + " redirects " + sentences.get(sent.get(i))));
            }
        }
    }

    /** As browsers and curl do: there is nothing to follow. */
    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void anEmptyLocationIsNone(String model) throws IOException {
        try (RawServer server = RawServer.start(visit -> redirect(visit, List.of("")))) {
            Trace trace =
                    RIG.run(plan(model, List.of("http://127.0.0.1:" + server.port() + BASE + 0)));

            assertThat(trace.task(0).outcome()).isEqualTo(new Outcome.Answered(302, 2));
            assertThat(server.requests()).hasSize(1);
        }
    }

    /** The octets of the credentials in a head; null where there are none. */
    private static String basic(String head) {
        return head.lines()
                .filter(line -> line.startsWith("Authorization: Basic "))
                .map(line -> Base64.getDecoder().decode(line.substring(21)))
                .map(octets -> new String(octets, ISO_8859_1))
                .findFirst()
                .orElse(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void aNameIsLookedUpAndSentInOneForm(String model) throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("my_service.test", "my_service.test");
        names.put("_a._b", "_a._b");
        names.put("stra\u00dfe.test", "xn--strae-oqa.test");
        names.put("\u03b2\u03cc\u03bb\u03bf\u03c2.com", "xn--nxasmm1c.com");
        names.put("b\u00fccher.stra\u00dfe.test", "xn--bcher-kva.xn--strae-oqa.test");
        names.put("xn--fa-hia.de", "xn--fa-hia.de");
        names.put("B\u00dcCHER.example", "xn--bcher-kva.example");
        names.put("\ud83d\ude00.test", "xn--e28h.test");
        names.put("dot.", "dot.");
        Set<String> asked = ConcurrentHashMap.newKeySet();
        NetworkAccess network =
                new NetworkAccess(
                        name -> {
                            asked.add(name);
                            return List.of(InetAddress.ofLiteral("127.0.0.1"));
                        },
                        NetworkAccess.system().ssl());
        List<String> sent =
                names.keySet().stream().map(name -> octets("http://" + name + ":PORT/")).toList();
        try (RawServer server = RawServer.start(visit -> redirect(visit, sent))) {
            List<String> sites = new ArrayList<>();
            for (String name : names.keySet()) {
                sites.add("http://" + name + ":" + server.port() + "/");
                sites.add("http://127.0.0.1:" + server.port() + BASE + sites.size() / 2);
            }
            Trace trace = RIG.run(network, plan(model, sites));

            assertAllAnswered(trace);
            assertThat(asked).containsExactlyInAnyOrderElementsOf(names.values());
            for (String name : names.values()) {
                String host = "Host: " + name + ":" + server.port() + "\r\n";
                assertThat(server.requests()).filteredOn(head -> head.contains(host)).hasSize(2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void aZoneThatThisMachineHasNotIsNamed(String model) {
        String site = "http://[::1%nowhere]:9/";
        Trace trace = RIG.run(plan(model, List.of(site)));

        assertThat(trace.task(0).outcome())
                .isEqualTo(
                        new Outcome.Failed(
                                FailureKind.NAME_NOT_FOUND,
                                site
                                        + ": this machine has no such network interface. Check"
                                        + " what follows the %."));
    }

    /** The name that TLS asks for in the clear is the one that was looked up. */
    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "event-loop"})
    void theNameInAHandshakeIsInOneForm(String model) throws IOException {
        Set<String> hellos = ConcurrentHashMap.newKeySet();
        NetworkAccess network =
                new NetworkAccess(
                        _ -> List.of(InetAddress.ofLiteral("127.0.0.1")),
                        NetworkAccess.system().ssl());
        try (RawServer server = RawServer.start(visit -> hellos.add(hello(visit)))) {
            List<String> sites =
                    Stream.of("stra\u00dfe.test", "b\u00fccher.example", "xn--fa-hia.de")
                            .map(name -> "https://" + name + ":" + server.port() + "/")
                            .toList();
            Trace trace = RIG.run(network, plan(model, sites));

            assertThat(trace.tasks()).allMatch(task -> task.outcome() instanceof Outcome.Failed);
        }
        for (String name :
                List.of("xn--strae-oqa.test", "xn--bcher-kva.example", "xn--fa-hia.de")) {
            assertThat(hellos).filteredOn(hello -> hello.contains(name)).hasSize(1);
        }
    }

    /** The first record of a handshake. */
    private static String hello(RawConnection visit) throws IOException {
        StringBuilder octets = new StringBuilder();
        int length = 5;
        while (octets.length() < length) {
            octets.append((char) visit.readByte());
            length = octets.length() == 5 ? 5 + (octets.charAt(3) << 8) + octets.charAt(4) : length;
        }
        return octets.toString();
    }

    private static Plan plan(String model, List<String> sites) {
        return EngineExtension.plan(model, sites.toArray(String[]::new));
    }
}
