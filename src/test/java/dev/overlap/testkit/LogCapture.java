package dev.overlap.testkit;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Captures the warnings and errors that the program logs during a test, and keeps them from the
 * console, so that a test that provokes a fault can check that it was logged.
 *
 * <p>To be registered in a field: {@code @RegisterExtension final LogCapture log = new
 * LogCapture()}.
 */
public final class LogCapture extends Handler implements BeforeEachCallback, AfterEachCallback {

    private final Logger program = Logger.getLogger("dev.overlap");
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    /** Returns what a class has logged, in order. */
    public List<LogRecord> by(Class<?> type) {
        return records.stream().filter(it -> it.getLoggerName().equals(type.getName())).toList();
    }

    /** Returns the messages of a class, without exceptions. */
    public List<String> messagesOf(Class<?> type) {
        return by(type).stream().map(LogRecord::getMessage).toList();
    }

    /** Returns the messages of all classes of a package. */
    public List<String> messagesOf(String packageName) {
        return records.stream()
                .filter(it -> it.getLoggerName().startsWith(packageName + "."))
                .map(LogRecord::getMessage)
                .toList();
    }

    /** Returns everything that was logged. */
    public List<LogRecord> all() {
        return List.copyOf(records);
    }

    /** Forgets what was logged so far. */
    public void clear() {
        records.clear();
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
            records.add(line);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        program.addHandler(this);
        program.setUseParentHandlers(false);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        program.setUseParentHandlers(true);
        program.removeHandler(this);
    }
}
