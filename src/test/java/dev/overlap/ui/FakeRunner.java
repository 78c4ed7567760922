package dev.overlap.ui;

import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;
import dev.overlap.ui.run.RunStarter;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts runs that the test drives, and records them. */
public final class FakeRunner implements RunStarter {

    private final List<FakeRun> runs = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    @Override
    public Run start(Plan plan) {
        threads.add(Thread.currentThread());
        FakeRun run = new FakeRun(plan);
        runs.add(run);
        return run;
    }

    public List<FakeRun> runs() {
        return runs;
    }

    /** The threads on which runs were started. */
    List<Thread> threads() {
        return threads;
    }
}
