package dev.overlap.engine;

import dev.overlap.model.Worker;
import dev.overlap.plan.Task;
import dev.overlap.trace.Recorder;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * A place in the pool of processes: the one that has it carries one task after another, and if it
 * dies, the next task gets a new one.
 *
 * <p>Threads: {@link #carry} may be called from any. Each place has a thread of its own here, that
 * starts the process, gives it orders, and records what it reports.
 */
final class ProcessWorker implements Worker.ChildProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessWorker.class);

    private final ProcessCrew crew;
    private final Recorder recorder;
    private final CarryQueue next = new CarryQueue();
    private final Thread thread;
    private int index;
    private @Nullable ProcessLink link;
    private boolean dismissed;

    /**
     * Starts the thread, and with it the process.
     *
     * @param index of the first process in the trace
     */
    ProcessWorker(ProcessCrew crew, Recorder recorder, int index) {
        this.crew = crew;
        this.recorder = recorder;
        this.index = index;
        thread = Lookup.daemon(this::work, crew.name(index) + "-reader");
    }

    void start() {
        thread.start();
    }

    @Override
    public CompletionStage<Void> carry(Task task) {
        Carry carry = crew.begin(task);
        next.add(carry);
        return carry.done();
    }

    private void work() {
        try {
            startUp(-1);
            while (!Thread.currentThread().isInterrupted()) {
                carryOut(next.take());
            }
        } catch (InterruptedException e) {
            // the crew sends its workers home
        } catch (RuntimeException | Error e) {
            LOG.error("{} is given up by a fault of Overlap", crew.name(index), e);
        } finally {
            new Closer().run(next::close).run(this::leave).rethrow();
        }
    }

    /** Brings a process to the point where it can carry a task; afterwards there is one or not. */
    private void startUp(int inPlaceOf) throws InterruptedException {
        try {
            recorder.starts(index, inPlaceOf);
            launch();
        } catch (IOException | RuntimeException | Error e) {
            crew.hasNotStarted(e, current());
        }
    }

    private void launch() throws IOException, InterruptedException {
        try {
            ProcessLink started = ProcessLink.start(crew.name(index));
            attach(started);
            crew.prepare(started, index);
            crew.hasStarted();
        } finally {
            recorder.started(index);
            account();
        }
    }

    private synchronized void attach(@Nullable ProcessLink started) throws InterruptedException {
        link = started;
        if (dismissed) {
            throw new InterruptedException();
        }
    }

    private synchronized @Nullable ProcessLink current() {
        return link;
    }

    private void carryOut(Carry carry) throws InterruptedException {
        try {
            ProcessLink able = able(carry);
            if (able != null) {
                occupy(able, carry);
            } else {
                carry.end(crew.noProcess(carry));
            }
        } catch (RuntimeException | Error e) {
            carry.end(Faults.of(e, carry.task().label()));
        }
    }

    /** The process, or a new one in its place if it is dead, or null if there is none to be had. */
    private @Nullable ProcessLink able(Carry carry) throws InterruptedException {
        ProcessLink now = current();
        if (now != null && now.isAlive()) {
            return now;
        }
        if (carry.isStopped() || !crew.mayStart()) {
            return null;
        }
        if (now != null) {
            now.kill();
            now.awaitEnd();
            attach(null);
        }
        int before = index;
        index = crew.hire();
        startUp(before);
        ProcessLink started = current();
        return started != null && started.isAlive() ? started : null;
    }

    private void occupy(ProcessLink process, Carry carry) throws InterruptedException {
        recorder.busy(index, carry.index());
        try {
            carry.end(new ProcessTask(crew, process, index, carry).carryOut());
        } finally {
            recorder.idle(index); // behind the end, as of a thread
            account();
        }
    }

    private void account() {
        ProcessLink process = current();
        if (process != null) {
            recorder.used(index, process.cpuNanos());
        }
    }

    /** Sends thread and process home; what is carried has been stopped before. */
    void dismiss() {
        ProcessLink now;
        synchronized (this) {
            dismissed = true;
            now = link;
        }
        Closer closer = new Closer().run(thread::interrupt);
        if (now != null) {
            closer.run(now::close);
        }
        closer.rethrow();
    }

    private void leave() {
        ProcessLink last = current();
        if (last == null) {
            return;
        }
        new Closer()
                .run(last::close)
                .run(() -> outlast(last))
                .log(LOG, "a worker process may not have ended as it should");
    }

    private static void outlast(ProcessLink last) {
        boolean _ = Thread.interrupted(); // only after the process does this thread end
        try {
            last.awaitEnd();
        } catch (InterruptedException e) {
            last.kill();
        }
    }

    /** Waits for the end of thread and process; one that does not go by then is killed. */
    void join(long millis) throws InterruptedException {
        ProcessLink last = current();
        if (!thread.join(Duration.ofMillis(millis)) && last != null) {
            last.kill();
            thread.join(millis);
        }
    }
}
