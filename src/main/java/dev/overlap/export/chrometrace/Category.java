package dev.overlap.export.chrometrace;

/** What a slice stands for; the word is the category of its event, so that it can be read back. */
enum Category {
    /** The whole life of a task. */
    TASK("overlap.task"),
    /** A phase of a task. */
    PHASE("overlap.phase"),
    /** The time in which a worker was busy. */
    WORKER("overlap.worker"),
    /** The start-up of a worker. */
    START_UP("overlap.start-up");

    private final String id;

    Category(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
