package dev.overlap.engine;

import dev.overlap.engine.http.ExchangeRecorder;
import dev.overlap.engine.http.HttpClients;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.process.WorkerCommand;
import dev.overlap.engine.request.HttpExchangeRequest;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.Address;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Settings;
import dev.overlap.plan.Site;
import dev.overlap.plan.Task;
import dev.overlap.plan.WebUrl;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What a run is warmed up with: a few exchanges with the lab, whose trace is thrown away. TLS is
 * warmed up only for plans that need it, with clients of their own, since the lab's certificate is
 * nobody else's to trust.
 *
 * <p>Threads: the driver of one run.
 */
final class Warmup {

    private static final int TASKS = 4;

    /**
     * Long enough for requests to be seen to overlap, short enough for four in a row to pass
     * unnoticed.
     */
    private static final String PATH = "/delay/5";

    private final LabEndpoint lab;
    private final ScheduledExecutorService timer;
    private LabEndpoint.@Nullable TlsDoor door;

    Warmup(LabEndpoint lab, ScheduledExecutorService timer) {
        this.lab = lab;
        this.timer = timer;
    }

    /** Whether TLS is warmed up for these tasks: some need it, and the lab has a door for it. */
    boolean includesTls(List<Task> tasks) {
        return lab.tls() != null && tasks.stream().anyMatch(Warmup::needsTls);
    }

    private static boolean needsTls(Task task) {
        return task.site().target() instanceof Address.Web(WebUrl url, _) && url.isHttps();
    }

    static boolean computes(Task task) {
        return task.site() instanceof Site.Compute;
    }

    /** Fetches, and a job that is done at once. */
    List<Task> tasks() {
        List<Task> tasks = new ArrayList<>(times(new Address.Lab(PATH)));
        tasks.add(new Task(TASKS, new Site.Poll(new Address.Lab("/jobs?takes=0")), 0));
        return List.copyOf(tasks);
    }

    /** Clients that trust the lab's own certificate and nothing else. */
    HttpClients openTls() throws IOException {
        LabEndpoint.TlsOpener opener = lab.tls();
        if (opener == null) {
            throw new IOException("this lab has no TLS door");
        }
        LabEndpoint.TlsDoor opened = opener.open();
        door = opened;
        return new HttpClients(
                NetworkAccess.trustingOnly(opened.certificate()),
                ConnectionSettings.DEFAULT,
                lab.uri(),
                timer);
    }

    List<Task> tlsTasks() {
        if (door == null) {
            throw new IllegalStateException("openTls comes first");
        }
        URI uri = door.uri();
        WebUrl url = new WebUrl(uri.getScheme(), uri.getHost(), uri.getPort(), PATH);
        return times(new Address.Web(url, url.toString()));
    }

    TraceRecorder discarded() {
        TraceRecorder recorder =
                new TraceRecorder(new Trace(tasks().stream().map(Task::label).toList()));
        recorder.begin();
        return recorder;
    }

    /** A watch for exchanges that nobody looks at. */
    ExchangeRecorder discardedWatch() {
        TaskExecution execution = new TaskExecution(tasks().getFirst(), discarded());
        return ExchangeRecorder.begin(
                execution, HttpExchangeRequest.to(new Address.Lab(PATH), lab.uri()));
    }

    /** The servers of the tasks' first requests, as {@link WebUrl#origin} names them. */
    private List<String> origins(List<Task> tasks) {
        return tasks.stream()
                .map(task -> task.site().target())
                .filter(Objects::nonNull)
                .map(address -> HttpExchangeRequest.to(address, lab.uri()).url().origin())
                .distinct()
                .toList();
    }

    /** The hosts of the tasks' first requests, and how many tasks go to each. */
    Map<HttpHost, Integer> hosts(List<Task> tasks) {
        Map<HttpHost, Integer> hosts = new LinkedHashMap<>();
        for (Task task : tasks) {
            Address address = task.site().target();
            if (address != null) {
                hosts.merge(HttpExchangeRequest.to(address, lab.uri()).host(), 1, Integer::sum);
            }
        }
        return hosts;
    }

    /** What these tasks will have open, if no more than so many go on at once. */
    FileDescriptorLimit.Need need(List<Task> tasks, ConnectionSettings limits, int atOnce) {
        HttpHost own = HttpHost.create(lab.uri());
        long all = 0;
        long toLab = 0;
        for (Map.Entry<HttpHost, Integer> host : hosts(tasks).entrySet()) {
            int most = Math.min(host.getValue(), limits.limitFor(host.getKey().getHostName()));
            all += most;
            toLab += host.getKey().equals(own) ? most : 0;
        }
        long most = Math.min(atOnce, limits.limit());
        return new FileDescriptorLimit.Need(
                Math.min(all, most), lab.endsHere() ? Math.min(toLab, most) : 0);
    }

    /**
     * What a worker process of the run needs to know, so that it can warm up by itself. Which
     * properties of the system decide about networks, nobody lists: these are the beginnings of
     * their names.
     */
    WorkerCommand.Prepare briefing(List<Task> tasks, Settings settings) {
        boolean warm = settings.connections().warm();
        return new WorkerCommand.Prepare(
                settings,
                lab.uri(),
                door == null ? null : door.uri().toString(),
                door == null ? null : encoded(door.certificate()),
                warm ? origins(tasks) : List.of(),
                networkProperties(),
                tasks.stream().anyMatch(Warmup::computes),
                1);
    }

    private static String encoded(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that cannot be written", e);
        }
    }

    private static List<String> networkProperties() {
        Properties all = System.getProperties();
        return all.stringPropertyNames().stream()
                .filter(name -> name.matches("(javax\\.net|java\\.net|jdk\\.tls|sun\\.net)\\..+"))
                .map(name -> name + "=" + all.getProperty(name))
                .toList();
    }

    private static List<Task> times(Address address) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            tasks.add(new Task(i, new Site.Fetch(address), 0));
        }
        return List.copyOf(tasks);
    }
}
