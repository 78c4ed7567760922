package dev.overlap.engine;

import dev.overlap.engine.cpu.CpuCalibration;
import dev.overlap.engine.http.HttpClients;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.process.RemoteTraceRecorder;
import dev.overlap.engine.process.WorkerCommand;
import dev.overlap.engine.request.HttpExchangeRequest;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.engine.task.CleanupInterceptor;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.Settings;
import dev.overlap.plan.Task;
import dev.overlap.trace.TraceRecorder;

import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What a worker process carries its tasks out with, and the warm-up that warms it: the same one
 * that a run has for its own clients.
 *
 * @param settings of the run, but for the timeout: the run alone watches that, so that it also ends
 *     a task whose process does not answer
 */
record WorkerRuntime(
        Settings settings,
        HttpClients clients,
        RemoteConnectionGate gate,
        WorkerCommand.Prepare order,
        Warmup warmup,
        RemoteTraceRecorder.Reports reports) {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerRuntime.class);

    /** Stands for the tasks of the warm-up. */
    private static final int NO_TASK = -1;

    /** Makes the tools; to be called before anything of this process uses the network. */
    static WorkerRuntime of(
            WorkerCommand.Prepare order,
            ScheduledExecutorService timer,
            RemoteTraceRecorder.Reports reports) {
        order.properties().forEach(WorkerRuntime::set);
        Settings settings = order.settings().withTimeout(Settings.MAX_TIMEOUT);
        RemoteConnectionGate gate = new RemoteConnectionGate(order.processes(), reports);
        HttpClients clients =
                new HttpClients(
                        NetworkAccess.system(),
                        settings.connections(),
                        order.lab(),
                        timer,
                        gate,
                        CleanupInterceptor.PLAIN);
        Warmup warmup = new Warmup(new LabEndpoint(order.lab(), () -> door(order)), timer);
        return new WorkerRuntime(settings, clients, gate, order, warmup, reports);
    }

    private static void set(String property) {
        int sign = property.indexOf('=');
        System.setProperty(property.substring(0, sign), property.substring(sign + 1));
    }

    private static LabEndpoint.TlsDoor door(WorkerCommand.Prepare order) throws IOException {
        if (order.tlsLab() == null || order.tlsCertificate() == null) {
            throw new IOException("no TLS is to be rehearsed");
        }
        byte[] der = Base64.getDecoder().decode(order.tlsCertificate());
        try {
            X509Certificate certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der));
            return new LabEndpoint.TlsDoor(URI.create(order.tlsLab()), certificate);
        } catch (CertificateException e) {
            throw new IOException("the lab's certificate cannot be read", e);
        }
    }

    /** The workers for one task. */
    RunWorkers crew(TraceRecorder recorder) {
        return new RunWorkers(clients, recorder, settings, RunWorkers.RunBinding.NONE);
    }

    /** Runs all code that tasks will run, and leaves cold pools, or warm ones as the plan says. */
    void rehearse() {
        try {
            if (order.computes()) {
                CpuCalibration _ = CpuCalibration.ofThisMachine();
            }
            rehearse(warmup.tasks(), clients);
            clients.cool();
            rehearseTls();
            openConnections();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this process", e);
        }
    }

    private void rehearse(List<Task> tasks, HttpClients with) {
        for (Task task : tasks) {
            RemoteTraceRecorder discarded =
                    new RemoteTraceRecorder(reports, NO_TASK, task.label(), System.nanoTime());
            RunWorkers workers =
                    new RunWorkers(with, discarded, settings, RunWorkers.RunBinding.NONE);
            TaskExecution execution = workers.begin(new Task(0, task.site(), 0));
            execution.end(workers.fetchBlocking(execution, 0));
        }
    }

    private void rehearseTls() {
        if (order.tlsLab() == null) {
            return;
        }
        try (HttpClients secure = warmup.openTls()) {
            rehearse(warmup.tlsTasks(), secure);
        } catch (IOException e) {
            LOG.warn("the first TLS handshakes of this process are slower than later ones", e);
        }
    }

    private void openConnections() throws InterruptedException {
        Timeout atMost = Timeout.of(order.settings().timeout());
        for (String host : order.hosts()) {
            HttpHost open = HttpExchangeRequest.host(host);
            clients.open(open, 1, atMost, warmup.discardedWatch());
        }
    }
}
