package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.chart.Timeline;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.rows.RowChoice;
import dev.overlap.render.rows.RowOrder;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sorts, filters, pins and copies rows as a user does. */
class RowsWorkflowTest extends WindowTest {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    /** Six tasks: 4 fails, 2 gets an HTTP error, the others are answered; the last ends first. */
    private Timeline run() {
        FakeRun run = begin();
        long now = System.nanoTime();
        for (int task = 5; task >= 0; task--) {
            Outcome outcome =
                    switch (task) {
                        case 4 -> new Outcome.Failed(FailureKind.RESET, "It broke off.");
                        case 2 -> new Outcome.Answered(503, 12);
                        default -> new Outcome.Answered(200, 12);
                    };
            run.recorder().end(task, outcome, now + (6 - task) * 100_000_000L);
        }
        run.allAnsweredAfter(1_000_000_000L);
        screen.until(() -> screen.status().startsWith("Finished"));
        return screen.timeline();
    }

    private List<Integer> rows() {
        RowOrder order = screen.look(() -> screen.timeline().rowOrderProperty().get());
        return IntStream.range(0, order.rows()).map(order::task).boxed().toList();
    }

    private void untilRows(Integer... tasks) {
        screen.until(() -> rows().equals(List.of(tasks)));
    }

    /** Chooses an entry of the menu, wherever it is in it. */
    private void arrange(String id) {
        MenuButton menu = screen.find("#arrange", MenuButton.class);
        robot.interact(menu::show);
        MenuItem item = screen.look(() -> item(menu.getItems(), id));
        robot.interact(item::fire);
        robot.interact(menu::hide);
    }

    private static MenuItem item(List<MenuItem> items, String id) {
        return items.stream()
                .flatMap(RowsWorkflowTest::withEntries)
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no item " + id));
    }

    private static Stream<MenuItem> withEntries(MenuItem item) {
        return item instanceof Menu menu
                ? Stream.concat(
                        Stream.of(item),
                        menu.getItems().stream().flatMap(RowsWorkflowTest::withEntries))
                : Stream.of(item);
    }

    @Test
    void rowsAreSortedFilteredAndShownAgain() {
        Timeline timeline = run();
        assertThat(screen.shows("#rows-notice")).isFalse();
        arrange("sort-end");
        untilRows(5, 4, 3, 2, 1, 0);
        robot.clickOn("#timeline").type(KeyCode.UP, KeyCode.UP, KeyCode.UP, KeyCode.UP);
        robot.type(KeyCode.UP, KeyCode.UP, KeyCode.DOWN, KeyCode.DOWN); // by way of the legend
        assertThat(timeline.selectedTaskProperty().get()).as("below the first row").isEqualTo(4);

        arrange("only-answered");
        untilRows(5, 3, 1, 0);
        screen.until(() -> screen.shows("#rows-notice"));
        assertThat(screen.text("#rows-notice-words")).isEqualTo("4 of 6 rows shown: only answered");
        assertThat(timeline.getAccessibleText())
                .contains("Rows: 4 of 6 rows shown: only answered, sorted by end.");
        robot.push(KeyCode.CONTROL, KeyCode.F).write("delay");
        screen.until(() -> screen.text("#find-count").endsWith("not shown"));
        robot.push(KeyCode.ESCAPE);

        robot.clickOn("#show-all-rows");
        untilRows(5, 4, 3, 2, 1, 0);
        screen.until(() -> !screen.shows("#rows-notice"));
        assertThat(focused("#timeline")).isTrue();

        arrange("group-status");
        screen.until(() -> rows().contains(-1));
        robot.interact(() -> timeline.groupingProperty().set(RowGrouping.WORKERS));
        robot.interact(() -> screen.find("#arrange", MenuButton.class).show());
        MenuItem sort = item(screen.find("#arrange", MenuButton.class).getItems(), "sort");
        assertThat(sort.isDisable()).as("rows are no tasks").isTrue();
        robot.interact(() -> screen.find("#arrange", MenuButton.class).hide());
    }

    @Test
    void rowsArePinnedByKeyAndTheLegendHidesPhases() {
        Timeline timeline = run();
        robot.interact(() -> timeline.selectedTaskProperty().set(3));
        robot.clickOn("#page-run"); // the focus is elsewhere
        robot.interact(timeline::requestFocus);
        robot.type(KeyCode.P, KeyCode.L);
        untilRows(3, 0, 1, 2, 4, 5);
        assertThat(choice().arrows()).isTrue();
        arrange("only-failed");
        untilRows(3, 4);

        arrange("draw-wait");
        screen.until(() -> screen.text("#rows-notice-words").endsWith("wait not drawn"));
        arrange("show-all");
        robot.type(KeyCode.P);
        untilRows(0, 1, 2, 3, 4, 5);

        Point2D wait = legend(Phase.WAIT);
        robot.clickOn(wait);
        assertThat(choice().hidden()).containsExactly(Phase.WAIT);
        robot.doubleClickOn(legend(Phase.CONNECT));
        assertThat(choice().hidden()).contains(Phase.WAIT).doesNotContain(Phase.CONNECT);
        robot.doubleClickOn(legend(Phase.CONNECT));
        assertThat(choice().hidden()).isEmpty();
        assertThat(timeline.windowProperty().get()).as("no double click on the plot").isNull();
    }

    @Test
    void legendIsReadAndUsedByKeyboard() {
        Timeline timeline = run();
        robot.clickOn("#page-run");
        robot.interact(
                () -> {
                    timeline.selectedTaskProperty().set(0);
                    timeline.requestFocus();
                });
        robot.type(KeyCode.UP); // above the first row
        screen.until(() -> timeline.getAccessibleText().startsWith("Legend: "));
        assertThat(timeline.selectedTaskProperty().get()).isZero();
        String first = screen.look(timeline::getAccessibleText);
        robot.type(KeyCode.END);
        screen.until(() -> !timeline.getAccessibleText().equals(first));
        assertThat(screen.look(timeline::getAccessibleText)).contains("Enter hides");
        robot.type(KeyCode.ENTER);
        assertThat(choice().hidden()).hasSize(1);
        screen.until(() -> timeline.getAccessibleText().endsWith("Enter shows it."));
        robot.type(KeyCode.ENTER).push(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(choice().hidden()).as("all but the last").hasSizeGreaterThan(1);
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(choice().hidden()).isEmpty();

        robot.type(KeyCode.DOWN);
        screen.until(() -> timeline.getAccessibleText().startsWith("Timeline of "));
        robot.type(KeyCode.G, KeyCode.RIGHT, KeyCode.LEFT);
        screen.until(() -> timeline.getAccessibleText().equals(first));
        robot.clickOn("#page-run"); // leaves it
        screen.until(() -> timeline.getAccessibleText().startsWith("Timeline of "));
    }

    private RowChoice choice() {
        return screen.look(() -> screen.timeline().rowChoiceProperty().get());
    }

    /** A point of the entry of a phase, found by the cursor that shows it to be clickable. */
    private Point2D legend(Phase phase) {
        Timeline timeline = screen.timeline();
        Bounds bounds = screen.look(() -> timeline.localToScreen(timeline.getBoundsInLocal()));
        for (double x = bounds.getMinX() + 5; x < bounds.getMaxX(); x += 8) {
            Point2D at = new Point2D(x, bounds.getMinY() + 18);
            if (phase == screen.look(() -> timeline.legendPhaseAt(timeline.screenToLocal(at)))) {
                return at.add(4, 0);
            }
        }
        throw new AssertionError("no " + phase);
    }

    @Test
    void rowHasAContextMenuByMouseAndKeyboard() {
        Timeline timeline = run();
        List<String> opened = new ArrayList<>();
        robot.interact(() -> window.onBrowse(opened::add));
        Bounds bounds = screen.look(() -> timeline.localToScreen(timeline.getBoundsInLocal()));
        robot.clickOn(bounds.getMinX() + 30, bounds.getMinY() + 75, MouseButton.SECONDARY);
        screen.until(() -> menu() != null);
        int task = timeline.selectedTaskProperty().get();
        assertThat(task).isNotNegative();
        robot.push(KeyCode.ESCAPE);
        screen.until(() -> menu() == null);

        robot.interact(timeline::requestFocus);
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        screen.until(() -> menu() != null);
        fire("row-copy-figures");
        String label = timeline.traceProperty().get().task(task).label();
        assertThat(copied())
                .startsWith("task\tsite\toutcome")
                .contains("\n" + (task + 1) + "\t" + label);
        fire("row-copy-line");
        assertThat(copied()).isEqualTo(label);
        assertThat(screen.look(() -> item(menu().getItems(), "row-browse").isDisable()))
                .as("a task without a request has no URL")
                .isTrue();
        int lines = kept.getLast().sites().lines().size();
        fire("row-repeat");
        assertThat(kept.getLast().sites().lines()).hasSize(lines + 1);
        fire("row-pin");
        assertThat(choice().pinned()).containsExactly(task);
        fire("row-zoom");
        assertThat(timeline.windowProperty().get()).isNotNull();
        fire("row-only-status");
        assertThat(choice().filter().status()).isNotNull();
        assertThat(opened).isEmpty();
    }

    private ContextMenu menu() {
        return screen.look(
                () ->
                        Window.getWindows().stream()
                                .filter(it -> it instanceof ContextMenu)
                                .map(ContextMenu.class::cast)
                                .filter(it -> "row-menu".equals(it.getId()))
                                .findFirst()
                                .orElse(null));
    }

    private void fire(String id) {
        robot.interact(() -> item(Objects.requireNonNull(menu()).getItems(), id).fire());
    }

    private String copied() {
        return screen.look(() -> Clipboard.getSystemClipboard().getString());
    }
}
