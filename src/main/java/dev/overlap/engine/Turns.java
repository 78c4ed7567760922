package dev.overlap.engine;

import dev.overlap.trace.Phase;

/**
 * Who may compute when, among the tasks of one run.
 *
 * <p>Threads: all methods are called by the thread that computes, and may block it.
 */
interface Turns {

    /**
     * Returns when the task may compute, and has it enter that phase.
     *
     * @return false if it was stopped before that
     */
    boolean take(Carry carry);

    /**
     * To be called between two chunks of the computation; may give the turn away and wait for the
     * next one.
     *
     * @return false if the task was stopped
     */
    boolean goOn(Carry carry);

    /** The task does not compute any more. */
    void giveBack(Carry carry);

    /** Everyone, always: the operating system shares the processors out. */
    Turns FREE =
            new Turns() {
                @Override
                public boolean take(Carry carry) {
                    if (carry.isStopped()) {
                        return false;
                    }
                    carry.enter(Phase.COMPUTE);
                    return true;
                }

                @Override
                public boolean goOn(Carry carry) {
                    return !carry.isStopped();
                }

                @Override
                public void giveBack(Carry carry) {}
            };
}
