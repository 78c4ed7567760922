package dev.overlap.engine;

import dev.overlap.model.Model;
import dev.overlap.plan.Address;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Site;
import dev.overlap.plan.Task;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Recorder;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A run and its driver thread: rehearse, begin, drive the model, clean up.
 *
 * <p>The rehearsal drives the same model, with the same clients, over a few exchanges with the lab,
 * and throws their trace away. It builds pools and loads code, which would cost the first run a
 * quarter of a second. The pools are made cold again before time zero.
 *
 * <p>Threads: {@link #cancel} may be called from any thread at any time, and may race with anything
 * here. Tasks that were cancelled stay so: the trace takes only the first outcome of a task.
 */
final class LiveRun implements Run {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);
    private static final int REHEARSED_TASKS = 4;

    private final Plan plan;
    private final Model model;
    private final List<Task> tasks;
    private final Recorder recorder;
    private final Tools tools;
    private final Thread driver;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private @Nullable RunCrew crew;
    private boolean cancelled;

    LiveRun(Plan plan, Model model, Tools tools) {
        this.plan = plan;
        this.model = model;
        this.tools = tools;
        this.tasks = plan.tasks();
        this.recorder = new Recorder(new Trace(tasks.stream().map(Task::label).toList()));
        this.driver = Lookup.daemon(this::drive, "overlap-driver");
    }

    void start() {
        driver.start();
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Trace trace() {
        return recorder.trace();
    }

    @Override
    public CompletionStage<Void> done() {
        return done;
    }

    @Override
    public void cancel() {
        RunCrew now;
        synchronized (this) {
            if (cancelled || done.isDone()) {
                return;
            }
            cancelled = true;
            driver.interrupt(); // under the lock, so that it cannot hit the cleaning up
            now = crew;
        }
        if (now != null) {
            now.cancel();
        }
        if (recorder.trace().hasBegun()) {
            endAll();
        }
    }

    private void drive() {
        @Nullable Throwable fault = null;
        try {
            rehearse();
            perform();
        } catch (InterruptedException e) {
            // cancelled: the rest is cleaning up
        } catch (Throwable e) {
            if (!isCancelled()) { // what an interrupt breaks off is no fault
                LOG.error("the run failed by a fault of Overlap", e);
                fault = e;
            }
        }
        cleanUp(fault);
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    private void rehearse() throws InterruptedException {
        Site lab = new Site.Fetch(new Address.Lab("/delay/0"));
        List<Task> few = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < REHEARSED_TASKS; i++) {
            few.add(new Task(i, lab, 0));
            labels.add(lab.label());
        }
        Recorder discarded = new Recorder(new Trace(labels));
        discarded.begin();
        drive(few, discarded);
        tools.cool();
    }

    private void perform() throws InterruptedException {
        recorder.helper("driver");
        recorder.helper("timer");
        recorder.begin();
        drive(tasks, recorder);
    }

    private void drive(List<Task> those, Recorder into) throws InterruptedException {
        RunCrew hired = new RunCrew(tools, into, plan.settings());
        synchronized (this) {
            if (cancelled) {
                throw new InterruptedException();
            }
            crew = hired;
        }
        try {
            model.drive(those, hired);
        } finally {
            boolean interrupted = Thread.interrupted(); // cleaning up takes waiting, too
            hired.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void cleanUp(@Nullable Throwable fault) {
        synchronized (this) {
            cancelled =
                    true; // from here on a cancel would come too late, and interrupt the cleaning
        }
        boolean _ = Thread.interrupted();
        if (!recorder.trace().hasBegun()) {
            recorder.begin();
        }
        endAll();
        tools.close();
        recorder.finish();
        if (fault == null) {
            done.complete(null);
        } else {
            done.completeExceptionally(fault);
        }
    }

    private void endAll() {
        for (Task task : tasks) {
            recorder.end(task.index(), new Outcome.Cancelled());
        }
    }
}
