package dev.overlap.text.glossary;

import java.util.Arrays;

/** The numbers of a run, and what each of them means. */
public enum RunNumber {
    WALL(
            "wall",
            "The time from the beginning of the run to the end of its last task. Also called"
                    + " elapsed or wall-clock time, real in the output of time."),
    FIRST_RESULT(
            "first-result",
            "How long it took until the program had the first result of a task that succeeded in"
                    + " hand. Also called latency to the first result."),
    START_UP(
            "start-up",
            "How much shorter the run would be if its workers had already been running. Only"
                    + " processes take long to start."),
    WITHOUT_START_UP(
            "without-start-up",
            "What the wall time would be if the workers had already been running. A server\u2019s"
                    + " pool is filled once, and not for each list."),
    WORK(
            "work",
            "What all tasks need by themselves: about how long they would take one after another."
                    + " Also called serial time or total work."),
    SPEED_UP(
            "gain",
            "How many times as fast as one task after another: the total above, divided by the wall"
                    + " time. A dash means that tasks held each other up for more than 5 % of their"
                    + " time, failed, or share queues, so that only a sequential run can measure"
                    + " it."),
    LONGEST(
            "longest",
            "What the longest task needs by itself: the list cannot be done sooner. Also called"
                    + " critical path or span."),
    BOUND(
            "bound",
            "What a lock, a permit or the processors allow, if that is longer than the longest"
                    + " task: what tasks need while they hold it, divided by its places, or all"
                    + " processor time, divided by the cores. No model can be faster."),
    HELD(
            "held",
            "How long the lock, or any permit, was held, also called time in the critical section."
                    + " It may be longer than the bound: who holds it may be waiting for something"
                    + " else."),
    CPU(
            "cpu",
            "The processor time of all computations together. Also called CPU time, user in the"
                    + " output of time."),
    PEAK(
            "peak",
            "The most tasks under way at once, pausing and computing ones included; also called"
                    + " concurrency or outstanding requests. A task that waits for a worker, its"
                    + " turn, a connection or what tasks share is not in flight."),
    THREADS(
            "threads",
            "The workers that ran steps of tasks, by kind. Threads that only helped are named"
                    + " below."),
    PROCESSES(
            "processes",
            "The worker processes, those that replaced a dead one included. Each of them has memory"
                    + " of its own."),
    VOLUNTARY(
            "by-choice",
            "How often a task finished a step and gave the event loop\u2019s thread back. Also"
                    + " called yielding: an await does it."),
    INVOLUNTARY(
            "by-force",
            "How often the operating system took the processor from a thread that could have gone"
                    + " on, counted when its task ends. Also called preemption,"
                    + " nonvoluntary_ctxt_switches in Linux."),
    LAB_LATE(
            "lab-late",
            "How much later than declared the lab sent its latest reply, by its own clock. Much of"
                    + " it shows a busy machine: other programs, or this run, had the processors."),
    ANSWERED(
            "answered",
            "Tasks that got a complete HTTP response, whatever its status. A 404 is an answer."),
    COMPUTED("computed", "Tasks that finished a computation and requested nothing."),
    DONE("done", "Tasks that finished, and neither requested nor computed anything."),
    FAILED(
            "failed",
            "Tasks that ended with an error, such as a timeout or a refused connection. An HTTP"
                    + " error status is no failure here."),
    CANCELLED(
            "cancelled",
            "Tasks that were stopped before they had finished. You did it, or a rule of the run."),
    GUESS(
            "guess",
            "How long you thought that the run would take. One that is made after a run counts for"
                    + " the next one.");

    private final String id;
    private final String meaning;

    RunNumber(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    /** Returns the id, which ends that of the control in the window. */
    String id() {
        return id;
    }

    /** Returns at most two sentences. */
    public String meaning() {
        return meaning;
    }

    /** Returns the meaning of the number with an id; empty if the id is not known. */
    public static String meaningOf(String id) {
        return Arrays.stream(values())
                .filter(figure -> figure.id.equals(id))
                .map(RunNumber::meaning)
                .findFirst()
                .orElse("");
    }
}
