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
 * Takes what the program logs during a test, warnings and worse, and keeps it from the console: a
 * test that provokes a fault asks here whether it was told.
 *
 * <p>To be registered in a field: {@code @RegisterExtension final Logged log = new Logged()}.
 */
public final class LogCapture extends Handler implements BeforeEachCallback, AfterEachCallback {

    private final Logger program = Logger.getLogger("dev.overlap");
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    /** What a class has logged, in the order of its coming. */
    public List<LogRecord> by(Class<?> type) {
        return records.stream().filter(it -> it.getLoggerName().equals(type.getName())).toList();
    }

    /** What a class has said, without the faults that it said it of. */
    public List<String> messagesOf(Class<?> type) {
        return by(type).stream().map(LogRecord::getMessage).toList();
    }

    /** What all classes of a package have said. */
    public List<String> messagesOf(String packageName) {
        return records.stream()
                .filter(it -> it.getLoggerName().startsWith(packageName + "."))
                .map(LogRecord::getMessage)
                .toList();
    }

    /** All of it. */
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
