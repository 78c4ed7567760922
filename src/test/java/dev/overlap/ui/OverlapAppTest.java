package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.engine.task.CleanupStep;
import dev.overlap.persistence.RestoredState;
import dev.overlap.persistence.StateLoader;
import dev.overlap.persistence.UserDirectories;
import dev.overlap.plan.SiteLine;

import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Tests the whole application, with the real lab and engine. */
class OverlapAppTest {

    /** Threads started by JavaFX and the JDK on first use, which they keep. */
    private static final String FOREIGN_THREADS =
            "(JavaFX|Quantum|Prism|InvokeLater|Cleaner|Common-Cleaner|ForkJoinPool|"
                    + "VirtualThread-|Java2D|AWT|process reaper|Attach|testfx|Thread-).*";

    @TempDir private Path folder;
    private final FxRobot robot = new FxRobot();
    private final WindowRobot windowRobot = new WindowRobot(robot);
    private Set<Thread> before;
    private Application program;
    private FailingPool background;

    @BeforeEach
    void open() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        before = Thread.getAllStackTraces().keySet();
        background = new FailingPool();
        program = FxToolkit.setupApplication(this::program);
        windowRobot.until(
                () -> windowRobot.text("#lab .label").startsWith("Lab server \u00b7 127.0.0.1:"));
    }

    private Application program() {
        return new OverlapApp(folders(), background);
    }

    private UserDirectories folders() {
        return new UserDirectories(Optional.of(folder), Optional.empty());
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupApplication(program);
        FxToolkit.cleanupStages();
    }

    /** JavaFX calls it by reflection; no code names it. */
    @Test
    void javaFxCanCreateTheApplication() throws NoSuchMethodException {
        assertThat(OverlapApp.class.getConstructor().getParameterCount()).isZero();
    }

    @Test
    void editedListIsRunAndItsTasksAreAnswered() throws Exception {
        replaceListBy("lab:/delay/60 x2", "lab:/status/404?delay=30", "htp://typo.example");
        robot.push(KeyCode.F5);

        windowRobot.until(() -> windowRobot.status().startsWith("Finished"));
        assertThat(windowRobot.status())
                .startsWith("Finished \u00b7 3 answered \u00b7 ")
                .endsWith("s \u00b7 1 line not understood and left out");
        robot.push(KeyCode.DOWN);
        windowRobot.until(() -> windowRobot.text("#details-label").equals("lab:/delay/60 #1"));
        assertThat(windowRobot.text("#details-summary")).startsWith("200 \u00b7 HTTP/1.1");
        assertThat(windowRobot.text("#details-remarks")).contains("(60 ms declared)");
    }

    @Test
    void stoppedRunCanBeFollowedByAnother() throws Exception {
        replaceListBy("lab:/hang");
        robot.push(KeyCode.F5);
        windowRobot.until(() -> windowRobot.status().startsWith("Running \u00b7 0 of 1 task"));
        robot.push(KeyCode.ESCAPE);
        windowRobot.until(
                () ->
                        windowRobot
                                .status()
                                .startsWith("Stopped \u00b7 0 answered, 1 cancelled \u00b7"));

        replaceListBy("lab:/delay/20");
        robot.push(KeyCode.F5);
        windowRobot.until(
                () -> windowRobot.status().startsWith("Finished \u00b7 1 answered \u00b7"));
    }

    @Test
    void closingDuringARunLeaksNoThread() throws Exception {
        replaceListBy("lab:/hang x5", "lab:/delay/5000 x5");
        robot.push(KeyCode.F5);
        windowRobot.until(() -> windowRobot.status().startsWith("Running \u00b7 0 of 10"));
        assertThat(applicationThreads()).anyMatch(name -> name.contains("loop"));
        FxToolkit.cleanupApplication(program);

        windowRobot.until(() -> applicationThreads().isEmpty());
    }

    /** The background executor then rejects all tasks, and even its own shutdown. */
    @Test
    void failureWhileClosingDoesNotKeepTheRestFromClosing() throws Exception {
        replaceListBy("lab:/hang x5", "lab:/delay/60000");
        robot.clickOn("#timeout").push(KeyCode.CONTROL, KeyCode.A).write("10 min");
        robot.push(KeyCode.F5);
        windowRobot.until(() -> windowRobot.status().startsWith("Running \u00b7 0 of 6"));
        robot.clickOn("#add-site").write("lab:/delay/7").push(KeyCode.ENTER);
        background.fails = true;
        List<LogRecord> logged = loggedWhile(() -> FxToolkit.cleanupApplication(program));
        background.fails = false;
        background.shutdown();

        assertThat(background.faults.get()).isEqualTo(2);
        assertThat(logged).hasSize(1);
        assertThat(logged.getFirst().getThrown()).hasMessage("made to fail");
        windowRobot.until(() -> applicationThreads().isEmpty());
        RestoredState next =
                StateLoader.open(
                        folders()); // this would be another list if the lock were still held
        next.store().close();
        assertThat(next.otherLists()).isZero();
        assertThat(next.sentences()).isEmpty();
        assertThat(next.state().sites().text()).endsWith("lab:/delay/60000\nlab:/delay/7\n");
    }

    @Test
    void closingDuringAComparisonLeaksNoThread() throws Exception {
        replaceListBy("lab:/hang x2");
        robot.push(KeyCode.F6).push(KeyCode.F5);
        windowRobot.until(() -> windowRobot.text("#compare-progress").startsWith("Run 1 of "));
        windowRobot.until(
                () -> applicationThreads().stream().anyMatch(name -> !name.startsWith("overlap-")));
        FxToolkit.cleanupApplication(program);

        windowRobot.until(() -> applicationThreads().isEmpty());
    }

    /** Returns what the application logs during an action, without printing it. */
    private static List<LogRecord> loggedWhile(CleanupStep action) throws Exception {
        List<LogRecord> records = new CopyOnWriteArrayList<>();
        Logger log = Logger.getLogger(OverlapApp.class.getName());
        log.setFilter(
                record -> {
                    records.add(record);
                    return false;
                });
        try {
            action.run();
        } finally {
            log.setFilter(null);
        }
        return records;
    }

    /** An executor that can be made to reject tasks, and even its own shutdown. */
    private static final class FailingPool extends ThreadPoolExecutor {

        private final AtomicInteger faults = new AtomicInteger();
        private volatile boolean fails;

        FailingPool() {
            super(
                    0,
                    Integer.MAX_VALUE,
                    1,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    Thread.ofPlatform().daemon().name("overlap-background-", 0).factory());
        }

        @Override
        public void execute(Runnable task) {
            failIfAsked();
            super.execute(task);
        }

        @Override
        public void shutdown() {
            failIfAsked();
            super.shutdown();
        }

        private void failIfAsked() {
            if (fails) {
                faults.incrementAndGet();
                throw new IllegalStateException("made to fail");
            }
        }
    }

    @Test
    void nextWindowRestoresTheState() throws Exception {
        replaceListBy("lab:/delay/60 x2", "https://ann:pass@example.org");
        robot.interact(
                () -> {
                    Stage stage = (Stage) robot.window(0);
                    stage.setX(40);
                    stage.setY(30);
                    stage.setWidth(905);
                });
        assertThat(windowRobot.timeline().darkProperty().get()).isFalse();
        windowRobot.until(() -> right("#theme") <= 905); // the bar takes a pulse or two to shrink
        robot.clickOn("#theme");
        close();
        open();

        Stage stage = (Stage) robot.window(0);
        assertThat(stage.getX()).isEqualTo(40);
        assertThat(stage.getY()).isEqualTo(30);
        assertThat(stage.getWidth()).isEqualTo(905);
        ListView<?> sites = robot.lookup("#sites").queryListView();
        assertThat(sites.getItems())
                .extracting(line -> ((SiteLine) line).text())
                .containsExactly("lab:/delay/60 x2", "https://***@example.org");
        assertThat(windowRobot.status()).endsWith("1 line not understood and left out");
        assertThat(windowRobot.timeline().darkProperty().get()).isTrue();
        robot.clickOn("#theme");
    }

    /** The right edge of a node in the scene. */
    private double right(String query) {
        return windowRobot.look(
                () -> {
                    Node node = windowRobot.node(query);
                    return node.localToScene(node.getLayoutBounds()).getMaxX();
                });
    }

    /** Threads of the application, apart from those of JavaFX and the JDK. */
    private Set<String> applicationThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && thread.isAlive())
                .map(Thread::getName)
                .filter(name -> !name.matches(FOREIGN_THREADS))
                .collect(Collectors.toSet());
    }

    private void replaceListBy(String... lines) {
        robot.clickOn("#sites").push(KeyCode.HOME);
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        robot.clickOn("#add-site");
        for (String line : lines) {
            robot.write(line).push(KeyCode.ENTER);
        }
    }
}
