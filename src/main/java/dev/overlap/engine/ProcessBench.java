package dev.overlap.engine;

import dev.overlap.plan.Settings;
import dev.overlap.plan.Task;
import dev.overlap.trace.Recorder;

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
 * What a worker process carries its tasks out with, and the rehearsal that warms it: the same one
 * that a run has for its own clients.
 *
 * @param settings of the run, but for the timeout: the run alone watches that, so that it also ends
 *     a task whose process does not answer
 */
record ProcessBench(
        Settings settings,
        Tools tools,
        ProcessGate gate,
        ProcessOrder.Prepare order,
        Rehearsal rehearsal,
        PipeRecorder.Reports reports) {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessBench.class);

    /** Stands for the tasks of the rehearsal. */
    private static final int NO_TASK = -1;

    /** Makes the tools; to be called before anything of this process uses the network. */
    static ProcessBench of(
            ProcessOrder.Prepare order,
            ScheduledExecutorService timer,
            PipeRecorder.Reports reports) {
        order.properties().forEach(ProcessBench::set);
        Settings settings = order.settings().withTimeout(Settings.LONGEST_TIMEOUT);
        ProcessGate gate = new ProcessGate(order.processes(), reports);
        Tools tools =
                new Tools(
                        Network.system(),
                        settings.connections(),
                        order.lab(),
                        timer,
                        gate,
                        Ender.PLAIN);
        Rehearsal rehearsal = new Rehearsal(new LabAccess(order.lab(), () -> door(order)), timer);
        return new ProcessBench(settings, tools, gate, order, rehearsal, reports);
    }

    private static void set(String property) {
        int sign = property.indexOf('=');
        System.setProperty(property.substring(0, sign), property.substring(sign + 1));
    }

    private static LabAccess.TlsDoor door(ProcessOrder.Prepare order) throws IOException {
        if (order.tlsLab() == null || order.tlsCertificate() == null) {
            throw new IOException("no TLS is to be rehearsed");
        }
        byte[] der = Base64.getDecoder().decode(order.tlsCertificate());
        try {
            X509Certificate certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der));
            return new LabAccess.TlsDoor(URI.create(order.tlsLab()), certificate);
        } catch (CertificateException e) {
            throw new IOException("the lab's certificate cannot be read", e);
        }
    }

    /** A crew for one task. */
    RunCrew crew(Recorder recorder) {
        return new RunCrew(tools, recorder, settings, RunCrew.Ties.NONE);
    }

    /** Runs all code that tasks will run, and leaves cold pools, or warm ones as the plan says. */
    void rehearse() {
        try {
            if (order.computes()) {
                MachinePace _ = MachinePace.ofThisMachine();
            }
            rehearse(rehearsal.tasks(), tools);
            tools.cool();
            rehearseTls();
            openConnections();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this process", e);
        }
    }

    private void rehearse(List<Task> tasks, Tools with) {
        for (Task task : tasks) {
            PipeRecorder discarded =
                    new PipeRecorder(reports, NO_TASK, task.label(), System.nanoTime());
            RunCrew crew = new RunCrew(with, discarded, settings, RunCrew.Ties.NONE);
            Carry carry = crew.begin(new Task(0, task.site(), 0));
            carry.end(crew.fetchBlocking(carry, 0));
        }
    }

    private void rehearseTls() {
        if (order.tlsLab() == null) {
            return;
        }
        try (Tools secure = rehearsal.openTls()) {
            rehearse(rehearsal.tlsTasks(), secure);
        } catch (IOException e) {
            LOG.warn("the first TLS handshakes of this process are slower than later ones", e);
        }
    }

    private void openConnections() throws InterruptedException {
        Timeout atMost = Timeout.of(order.settings().timeout());
        for (String host : order.hosts()) {
            HttpHost open = HttpHost.create(URI.create(host));
            tools.open(open, 1, atMost, rehearsal.discardedWatch());
        }
    }
}
