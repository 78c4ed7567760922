package dev.overlap.ui.program;

import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.program.ProgramRun;
import dev.overlap.trace.Trace;

import java.util.concurrent.CompletionStage;

/**
 * A program that is watched, as a run of the window. It has no plan of ours.
 *
 * @param done completes when the program is over and what it needed is cleaned up
 */
record WatchedRun(ProgramRun program, CompletionStage<Void> done) implements Run {

    private static final Plan NO_PLAN = new Plan(SiteList.EMPTY, "", Settings.DEFAULT);

    @Override
    public Plan plan() {
        return NO_PLAN;
    }

    @Override
    public Trace trace() {
        return program.trace();
    }

    /** Ends the program on a thread of its own, as that may take a while. */
    @Override
    public void cancel() {
        Thread.ofPlatform().name("program-stopping").start(program::stop);
    }
}
