package dev.overlap.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Hears what a class logs, in place of the console, until it is closed: for tests that bring about
 * a fault which is to be logged.
 */
public final class Logged extends Handler implements AutoCloseable {

    private final Logger logger;
    private final List<String> messages = new CopyOnWriteArrayList<>();

    private Logged(Class<?> type) {
        logger = Logger.getLogger(type.getName());
    }

    /** Begins to hear what this class logs. */
    public static Logged by(Class<?> type) {
        Logged logged = new Logged(type);
        logged.logger.addHandler(logged);
        logged.logger.setUseParentHandlers(false);
        return logged;
    }

    /** What was logged so far, the oldest first. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void publish(LogRecord entry) {
        messages.add(entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.setUseParentHandlers(true);
        logger.removeHandler(this);
    }
}
