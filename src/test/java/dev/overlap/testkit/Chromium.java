package dev.overlap.testkit;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A headless Chromium with one tab, driven over the DevTools protocol. What the page reports as an
 * error is kept, and so is every request that it makes.
 *
 * <p>Source: <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools
 * Protocol</a>.
 */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final Path profile;
    private final OkHttpClient client = new OkHttpClient();
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> replies = new ConcurrentHashMap<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();

    private Chromium(Process process, Path profile, String url) {
        this.process = process;
        this.profile = profile;
        this.socket = client.newWebSocket(new Request.Builder().url(url).build(), new Listener());
    }

    /** Returns the program, if it is on the path. */
    public static Optional<Path> find() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it.
     *
     * @param profile an empty folder
     */
    public static Chromium start(Path program, Path profile) throws IOException {
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--disable-extensions",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-features=IsolateSandboxedIframes",
                                "--no-first-run",
                                "--window-size=1280,800",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectErrorStream(true)
                        .redirectOutput(profile.resolve("output.txt").toFile())
                        .start();
        int port = port(process, profile.resolve("DevToolsActivePort"));
        Chromium chromium = new Chromium(process, profile, tab(port));
        chromium.call("Page.enable");
        chromium.call("Runtime.enable");
        chromium.call("Log.enable");
        chromium.call("Network.enable");
        return chromium;
    }

    private static int port(Process process, Path file) {
        Eventually.holds(
                "the browser listens",
                () -> !process.isAlive() || (Files.exists(file) && lines(file).size() >= 2));
        return Integer.parseInt(lines(file).getFirst());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError("the browser did not start", e);
        }
    }

    private static String tab(int port) throws IOException {
        Request list = new Request.Builder().url("http://127.0.0.1:" + port + "/json/list").build();
        try (Response response = new OkHttpClient().newCall(list).execute()) {
            for (JsonNode target : JsonMapper.shared().readTree(response.body().string())) {
                if (target.path("type").asString().equals("page")) {
                    return target.path("webSocketDebuggerUrl").asString();
                }
            }
        }
        throw new AssertionError("the browser has no tab");
    }

    private final class Listener extends WebSocketListener {

        @Override
        public void onMessage(WebSocket from, String text) {
            JsonNode message = JsonMapper.shared().readTree(text);
            CompletableFuture<JsonNode> reply = replies.remove(message.path("id").asInt(-1));
            if (reply != null) {
                reply.complete(message);
            } else {
                event(message.path("method").asString(""), message.path("params"));
            }
        }

        @Override
        public void onFailure(WebSocket from, Throwable failure, @Nullable Response response) {
            replies.values().forEach(it -> it.completeExceptionally(failure));
        }
    }

    private void event(String method, JsonNode params) {
        switch (method) {
            case "Page.loadEventFired" -> loaded.complete(null);
            case "Runtime.exceptionThrown" -> errors.add(params.toString());
            case "Runtime.consoleAPICalled" -> errors.add(params.toString());
            case "Log.entryAdded" -> errors.add(params.toString());
            case "Network.requestWillBeSent" ->
                    requests.add(params.path("request").path("url").asString());
            default -> {}
        }
    }

    /** Calls a method of the protocol with parameters as names and values in turn. */
    public JsonNode call(String method, Object... params) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < params.length; i += 2) {
            named.put((String) params[i], params[i + 1]);
        }
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> reply = new CompletableFuture<>();
        replies.put(id, reply);
        socket.send(
                JsonMapper.shared()
                        .writeValueAsString(Map.of("id", id, "method", method, "params", named)));
        JsonNode message = reply.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
        if (message.has("error")) {
            throw new AssertionError(method + ": " + message.path("error"));
        }
        return message.path("result");
    }

    /** Opens a page and waits until it is loaded; forgets the errors and requests before. */
    public void open(String url) {
        errors.clear();
        requests.clear();
        loaded = new CompletableFuture<>();
        call("Page.navigate", "url", url);
        loaded.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Returns the value of an expression in the page; promises are awaited. */
    public JsonNode evaluate(String expression) {
        return value(
                call(
                        "Runtime.evaluate",
                        "expression",
                        expression,
                        "returnByValue",
                        true,
                        "awaitPromise",
                        true));
    }

    /** Returns the value of an expression in a frame of the page. */
    public JsonNode evaluateIn(String frame, String expression) {
        int context =
                call("Page.createIsolatedWorld", "frameId", frame)
                        .path("executionContextId")
                        .asInt();
        return value(
                call(
                        "Runtime.evaluate",
                        "expression",
                        expression,
                        "returnByValue",
                        true,
                        "contextId",
                        context));
    }

    private static JsonNode value(JsonNode result) {
        if (result.has("exceptionDetails")) {
            throw new AssertionError(result.path("exceptionDetails").toString());
        }
        return result.path("result").path("value");
    }

    /** Clicks at a point of the visible part. */
    public void click(double x, double y) {
        for (String type : List.of("mousePressed", "mouseReleased")) {
            call(
                    "Input.dispatchMouseEvent",
                    "type",
                    type,
                    "x",
                    x,
                    "y",
                    y,
                    "button",
                    "left",
                    "clickCount",
                    1);
        }
    }

    /** Moves the mouse to a point of the visible part. */
    public void moveTo(double x, double y) {
        call("Input.dispatchMouseEvent", "type", "mouseMoved", "x", x, "y", y);
    }

    /** Presses a key, such as {@code f} or {@code Escape}. */
    public void press(String key) {
        call("Input.dispatchKeyEvent", "type", "keyDown", "key", key);
        call("Input.dispatchKeyEvent", "type", "keyUp", "key", key);
    }

    /** What the page wrote to the console, threw or was refused since it was opened. */
    public List<String> errors() {
        return errors;
    }

    /** The addresses that the page asked for since it was opened, its own included. */
    public List<String> requests() {
        return requests;
    }

    /** Ends the browser, and the processes that it started. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> children = process.descendants().toList();
        socket.cancel();
        process.destroy();
        children.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        for (String link : List.of("SingletonCookie", "SingletonLock", "SingletonSocket")) {
            Files.deleteIfExists(profile.resolve(link)); // leads out of the test's folder
        }
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
