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
 * The clients of a worker process and their warm-up, which is the same as that of a run.
 *
 * @param settings the settings of the run, except for the timeout, which the parent enforces so
 *     that it can also end a task whose process does not respond
 */
record WorkerRuntime(
        Settings settings,
        HttpClients clients,
        RemoteConnectionGate gate,
        RemoteResources resources,
        WorkerCommand.Prepare command,
        Warmup warmup,
        RemoteTraceRecorder.Reports reports) {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerRuntime.class);

    /** The task index of events during the warm-up. */
    private static final int NO_TASK = -1;

    /** Creates the clients; to be called before this process first uses the network. */
    static WorkerRuntime of(
            WorkerCommand.Prepare command,
            ScheduledExecutorService timer,
            RemoteTraceRecorder.Reports reports) {
        command.properties().forEach(WorkerRuntime::setProperty);
        Settings settings = command.settings().withTimeout(Settings.MAX_TIMEOUT);
        RemoteConnectionGate gate = new RemoteConnectionGate(command.processes(), reports);
        HttpClients clients =
                new HttpClients(
                        command.outside() ? NetworkAccess.system() : NetworkAccess.inLab(),
                        settings.connections(),
                        command.lab(),
                        timer,
                        gate,
                        CleanupInterceptor.PLAIN);
        Warmup warmup = new Warmup(new LabEndpoint(command.lab(), () -> tlsDoor(command)), timer);
        RemoteResources resources = new RemoteResources(reports);
        return new WorkerRuntime(settings, clients, gate, resources, command, warmup, reports);
    }

    private static void setProperty(String property) {
        int sign = property.indexOf('=');
        System.setProperty(property.substring(0, sign), property.substring(sign + 1));
    }

    private static LabEndpoint.TlsDoor tlsDoor(WorkerCommand.Prepare command) throws IOException {
        if (command.tlsLab() == null || command.tlsCertificate() == null) {
            throw new IOException("TLS is not to be warmed up");
        }
        byte[] der = Base64.getDecoder().decode(command.tlsCertificate());
        try {
            X509Certificate certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der));
            return new LabEndpoint.TlsDoor(URI.create(command.tlsLab()), certificate);
        } catch (CertificateException e) {
            throw new IOException("the lab's certificate cannot be read", e);
        }
    }

    /** Creates the workers for one task. */
    RunWorkers newWorkers(TraceRecorder recorder) {
        return new RunWorkers(clients, recorder, settings, RunBinding.remote(recorder, resources));
    }

    /**
     * Runs all code that tasks will run, and leaves the connection pools empty, or warm if the plan
     * says so.
     */
    void warmUp() {
        try {
            if (command.computes()) {
                CpuCalibration _ = CpuCalibration.ofThisMachine();
            }
            warmUp(warmup.tasks(command.steps()), clients);
            clients.cool();
            warmUpTls();
            openConnections();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the warm-up was interrupted", e);
        }
    }

    private void warmUp(List<Task> tasks, HttpClients with) {
        for (Task task : tasks) {
            RemoteTraceRecorder recorder =
                    new RemoteTraceRecorder(reports, NO_TASK, task.label(), System.nanoTime());
            RunWorkers workers =
                    new RunWorkers(
                            with, recorder, settings, RunBinding.remote(recorder, resources));
            TaskExecution execution = workers.begin(new Task(0, task.steps(), 0));
            execution.end(workers.fetchBlocking(execution, 0));
        }
    }

    private void warmUpTls() {
        if (command.tlsLab() == null) {
            return;
        }
        try (HttpClients secure = warmup.openTls()) {
            warmUp(warmup.tlsTasks(), secure);
        } catch (IOException e) {
            LOG.warn("the first TLS handshakes of this process are slower than later ones", e);
        }
    }

    private void openConnections() throws InterruptedException {
        Timeout atMost = Timeout.of(command.settings().timeout());
        for (String host : command.hosts()) {
            HttpHost open = HttpExchangeRequest.host(host);
            clients.open(open, 1, atMost, warmup.discardedExchange());
        }
    }
}
