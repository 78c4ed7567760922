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
    void aLocationIsFollowedAsInABrowser(String model) throws IOException {
        List<String> sent = List.copyOf(LOCATIONS.keySet());
        try (RawServer server = RawServer.start(visit -> redirect(visit, sent))) {
            String origin = "http://127.0.0.1:" + server.port();
            Trace trace =
                    RIG.run(
                            plan(
                                    model,
                                    IntStream.range(0, sent.size())
                                            .mapToObj(i -> origin + BASE + i)
                                            .toList()));

            for (int i = 0; i < sent.size(); i++) {
                String next = LOCATIONS.get(sent.get(i));
                assertThat(trace.task(i).exchanges())
                        .as("to <%s>", sent.get(i))
                        .extracting(Exchange::url)
                        .containsExactly(origin + BASE + i, origin + next);
                assertThat(server.requests())
                        .filteredOn(head -> head.startsWith("GET " + next + " HTTP/1.1\r\n"))
                        .as("asked after <%s>", sent.get(i))
                        .singleElement()
                        .asString()
                        .contains("Host: 127.0.0.1:" + server.port() + "\r\n")
                        .doesNotContain("Authorization");
            }
        }
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
    void whatIsTypedIsAskedForAsInABrowser(String model) throws IOException {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("http://127.1:PORT/short", "/short");
        asked.put("http://0x7f.0.0.1:PORT/hex", "/hex");
        asked.put("http://2130706433:PORT/one-number", "/one-number");
        asked.put("<http://127.0.0.1:PORT/mail>", "/mail");
        asked.put("<URL:http://127.0.0.1:PORT/appendix-c>", "/appendix-c");
        asked.put("\"http://127.0.0.1:PORT/quoted\"", "/quoted");
        asked.put("http://127.0.0.1:PORT//double", "//double");
        asked.put("http://127.0.0.1:PORT/a/../dots/./x", "/dots/x");
        asked.put("http://127.0.0.1:PORT?query", "/?query");
        asked.put("http://127.0.0.1:PORT/{a|b}\"%?{\"|}%", "/%7Ba%7Cb%7D%22%25?%7B%22%7C%7D%25");
        asked.put("http://127.0.0.1:PORT/u\u0308/\u00fc", "/u%CC%88/%C3%BC");
        try (RawServer server = RawServer.start(visit -> redirect(visit, List.of()))) {
            List<String> typed = new ArrayList<>(asked.keySet());
            typed.replaceAll(line -> line.replace("PORT", String.valueOf(server.port())));
            Trace trace = RIG.run(plan(model, typed));

            assertAllAnswered(trace);
            assertThat(server.requests())
                    .allMatch(head -> head.contains("Host: 127.0.0.1:" + server.port() + "\r\n"))
                    .extracting(head -> head.split(" ", 3)[1])
                    .containsExactlyInAnyOrderElementsOf(asked.values());
        }
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
    void theUserIsSentAsCurlSendsIt(String model) throws IOException {
        Map<String, String> users = new LinkedHashMap<>();
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
        Map<String, String> heads = new ConcurrentHashMap<>();
        try (RawServer server = RawServer.start(visit -> note(visit, heads))) {
            List<String> sites = new ArrayList<>();
            for (String user : users.keySet()) {
                sites.add("http://" + user + "127.0.0.1:" + server.port() + "/" + sites.size());
            }
            Trace trace = RIG.run(plan(model, sites));

            int number = 0;
            for (Map.Entry<String, String> user : users.entrySet()) {
                assertThat(trace.task(number).outcome()).isEqualTo(new Outcome.Answered(200, 2));
                assertThat(basic(heads.get("/" + number)))
                        .as("of <%s>", user.getKey())
                        .isEqualTo(user.getValue());
                number++;
            }
        }
    }

    private static void note(RawConnection visit, Map<String, String> heads) throws IOException {
        while (true) {
            String head = visit.readRequest();
            heads.put(head.split(" ", 3)[1], head);
            visit.reply("200 OK");
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
    void aZoneIsUsedAndNotSent(String model) throws IOException {
        String zone = NetworkInterface.getByInetAddress(InetAddress.ofLiteral("::1")).getName();
        try (RawServer server =
                RawServer.start(
                        "::1", visit -> redirect(visit, List.of("http://[::1]:PORT/next")))) {
            String end = ":" + server.port();
            Trace trace =
                    RIG.run(
                            plan(
                                    model,
                                    List.of(
                                            "http://[::1%25" + zone + "]" + end + "/rfc-6874",
                                            "http://[::1%" + zone + "]" + end + BASE + 0)));

            assertAllAnswered(trace);
            assertThat(trace.task(1).exchanges().getLast().url())
                    .isEqualTo("http://[::1%" + zone + "]" + end + "/next");
            assertThat(server.requests())
                    .hasSize(3)
                    .allMatch(head -> head.contains("Host: [::1]" + end + "\r\n"))
                    .noneMatch(head -> head.contains(zone + "]"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "threads",
                "thread-pool",
                "virtual-threads",
                "event-loop",
                "blocked-loop",
                "loop-offload"
            })
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

    private static Plan plan(String model, List<String> sites) {
        return EngineExtension.plan(model, sites.toArray(String[]::new));
    }
}
