package dev.overlap.engine;

import dev.overlap.engine.http.ExchangeRecorder;
import dev.overlap.engine.http.HttpClients;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.process.WorkerCommand;
import dev.overlap.engine.request.HttpExchangeRequest;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.engine.resource.SharedResources;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Resource;
import dev.overlap.plan.Settings;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.Task;
import dev.overlap.plan.address.Address;
import dev.overlap.plan.address.WebUrl;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;

/**
 * The tasks and clients of a run's warm-up: a few exchanges with the lab, whose trace is discarded.
 * TLS is warmed up only for plans that need it, with separate clients, since only these trust the
 * lab's certificate.
 *
 * <p>Threads: confined to the driver of one run.
 */
final class Warmup {

    private static final int TASKS = 4;

    /** Long enough for requests to overlap, short enough for four in a row to go unnoticed. */
    private static final String PATH = "/delay/5";

    /** Every kind of step that runs code of its own. */
    private static final StepSequence STEPS =
            StepSequence.of(
                    new Step.Lock(
                            "lock",
                            StepSequence.of(
                                    new Step.Add("counter", 1, Duration.ofMillis(1)),
                                    new Step.Add("counter", 1, Duration.ZERO))),
                    new Step.Put("queue"),
                    new Step.Take("queue"),
                    new Step.Sleep(Duration.ofMillis(1)));

    private final LabEndpoint lab;
    private final ScheduledExecutorService timer;
    private LabEndpoint.@Nullable TlsDoor door;

    Warmup(LabEndpoint lab, ScheduledExecutorService timer) {
        this.lab = lab;
        this.timer = timer;
    }

    /** Returns whether to warm up TLS: some of the tasks need it, and the lab offers it. */
    boolean includesTls(List<Task> tasks) {
        return lab.tls() != null && tasks.stream().anyMatch(Warmup::needsTls);
    }

    private static boolean needsTls(Task task) {
        return task.steps().targets().stream()
                .anyMatch(to -> to instanceof Address.Web(WebUrl url, _) && url.isHttps());
    }

    /** Returns whether a task asks another server than the lab, whose redirects stay within it. */
    private static boolean leavesLab(Task task) {
        return task.steps().targets().stream().anyMatch(Address.Web.class::isInstance);
    }

    static boolean computes(Task task) {
        return task.steps().flat().anyMatch(Step.Compute.class::isInstance);
    }

    /** Returns whether tasks have several steps, or share something. */
    static boolean hasSteps(List<Task> tasks) {
        return tasks.stream()
                .anyMatch(task -> !task.steps().isSingle() || !task.steps().resources().isEmpty());
    }

    /**
     * Returns a few fetches, and a job that is done at once.
     *
     * @param steps whether to add a task of several steps
     */
    List<Task> tasks(boolean steps) {
        List<StepSequence> all = new ArrayList<>(times(new Address.Lab(PATH)));
        all.add(StepSequence.of(new Step.Poll(new Address.Lab("/jobs?takes=0"))));
        if (steps) {
            all.add(STEPS);
        }
        return numbered(all);
    }

    private static List<Task> numbered(List<StepSequence> all) {
        return IntStream.range(0, all.size())
                .mapToObj(index -> new Task(index, all.get(index), 0))
                .toList();
    }

    /** Returns what the tasks of the warm-up share. */
    static SharedResources resources(List<Task> tasks, TraceRecorder recorder) {
        List<Resource> shared =
                tasks.stream().flatMap(task -> task.steps().resources().stream()).toList();
        return new SharedResources(shared, tasks, recorder, Integer.MAX_VALUE, false);
    }

    /** Creates clients that trust only the lab's certificate. */
    HttpClients openTls() throws IOException {
        LabEndpoint.TlsOpener opener = lab.tls();
        if (opener == null) {
            throw new IOException("this lab offers no TLS");
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
            throw new IllegalStateException("openTls must be called first");
        }
        URI uri = door.uri();
        WebUrl url = new WebUrl(uri.getScheme(), uri.getHost(), uri.getPort(), PATH);
        return numbered(times(new Address.Web(url, url.toString())));
    }

    static TraceRecorder discardingRecorder(List<Task> tasks) {
        TraceRecorder recorder =
                new TraceRecorder(new Trace(tasks.stream().map(Task::label).toList()));
        recorder.begin();
        return recorder;
    }

    /** Returns a recorder for exchanges whose trace is discarded. */
    ExchangeRecorder discardedExchange() {
        List<Task> tasks = tasks(false);
        TaskExecution execution = new TaskExecution(tasks.getFirst(), discardingRecorder(tasks));
        return ExchangeRecorder.begin(
                execution, HttpExchangeRequest.to(new Address.Lab(PATH), lab.uri()));
    }

    /** Returns the servers of the tasks' first requests, as {@link WebUrl#origin} names them. */
    private List<String> origins(List<Task> tasks) {
        return tasks.stream()
                .flatMap(task -> task.steps().targets().stream())
                .map(address -> HttpExchangeRequest.to(address, lab.uri()).url().origin())
                .distinct()
                .toList();
    }

    /** Returns the hosts of the tasks' first requests, and the number of tasks that use each. */
    Map<HttpHost, Integer> hosts(List<Task> tasks) {
        Map<HttpHost, Integer> hosts = new LinkedHashMap<>();
        for (Task task : tasks) {
            task.steps().targets().stream()
                    .map(address -> HttpExchangeRequest.to(address, lab.uri()).host())
                    .distinct() // a task has one connection at a time
                    .forEach(host -> hosts.merge(host, 1, Integer::sum));
        }
        return hosts;
    }

    /**
     * Returns how many files these tasks will have open, with at most {@code atOnce} running
     * concurrently.
     */
    FileDescriptorLimit.Need need(List<Task> tasks, ConnectionSettings limits, int atOnce) {
        HttpHost own = HttpHost.create(lab.uri());
        long all = 0;
        long toLab = 0;
        for (Map.Entry<HttpHost, Integer> host : hosts(tasks).entrySet()) {
            int max = Math.min(host.getValue(), limits.limitFor(host.getKey().getHostName()));
            all += max;
            toLab += host.getKey().equals(own) ? max : 0;
        }
        long max = Math.min(atOnce, limits.limit());
        return new FileDescriptorLimit.Need(
                Math.min(all, max), lab.endsHere() ? Math.min(toLab, max) : 0);
    }

    /**
     * Returns the command that lets a worker process of the run warm up. It carries the system
     * properties that configure networking, which the JDK does not enumerate: they are found by
     * prefix.
     */
    WorkerCommand.Prepare prepareCommand(List<Task> tasks, Settings settings) {
        boolean warm = settings.connections().warm();
        return new WorkerCommand.Prepare(
                settings,
                lab.uri(),
                door == null ? null : door.uri().toString(),
                door == null ? null : encoded(door.certificate()),
                warm ? origins(tasks) : List.of(),
                networkProperties(),
                tasks.stream().anyMatch(Warmup::computes),
                hasSteps(tasks),
                tasks.stream().anyMatch(Warmup::leavesLab),
                1);
    }

    private static String encoded(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("the certificate cannot be encoded", e);
        }
    }

    private static List<String> networkProperties() {
        Properties all = System.getProperties();
        return all.stringPropertyNames().stream()
                .filter(name -> name.matches("(javax\\.net|java\\.net|jdk\\.tls|sun\\.net)\\..+"))
                .map(name -> name + "=" + all.getProperty(name))
                .toList();
    }

    private static List<StepSequence> times(Address address) {
        return Collections.nCopies(TASKS, StepSequence.of(new Step.Fetch(address)));
    }
}
