package dev.overlap.bench;

/** Whether a way of running a list gains anything over running it one after another. */
enum Verdict {
    GAIN("gain"),
    NO_GAIN("no gain");

    /**
     * Below this share of the time that one after another takes, it is a gain: halfway between no
     * gain at all and the least that two workers on equal tasks are for.
     */
    private static final double SHARE = 0.75;

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** The verdict on two walls in the same unit. */
    static Verdict of(double wall, double oneAfterAnother) {
        return wall < SHARE * oneAfterAnother ? GAIN : NO_GAIN;
    }

    @Override
    public String toString() {
        return words;
    }
}
