package dev.overlap.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

@ExtendWith(ApplicationExtension.class)
class TaskTableTest {

    private static final int TASKS = 100_000;

    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private TaskTable table;

    @Start
    void start(Stage stage) {
        table = new TaskTable(selected);
        stage.setScene(new Scene(table, 900, 500));
        stage.show();
    }

    private static Trace run() {
        List<String> labels = IntStream.range(0, TASKS).mapToObj(n -> "lab:/" + n).toList();
        TraceBuilder builder = new TraceBuilder(labels);
        for (int task = 0; task < TASKS; task++) {
            builder.enter(task, Phase.WAIT, 1).answered(task, 200, 2);
        }
        return builder.finished();
    }

    @Test
    void aHundredThousandTasksHaveRowsOnlyWhereTheyAreSeen(FxRobot robot) throws Exception {
        TraceMoment end = TraceMoment.at(run(), TraceMoment.FOLLOW);
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> {
                    robot.interact(() -> table.show(end, null));
                    return columns().contains("wait");
                });
        robot.interact(() -> selected.set(TASKS - 1));

        assertThat(columns())
                .containsExactly("no.", "task", "state", "from", "to", "queued", "wait");
        assertThat(table.getItems()).hasSize(TASKS);
        assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(TASKS - 1);
        assertThat(table.lookupAll(".table-row-cell")).hasSizeLessThan(60);
        assertThat(spoken()).contains("Task 100,000, lab:/99999: 200. queued 1.0 ms, wait 1.0 ms.");

        robot.interact(table::requestFocus);
        robot.push(KeyCode.UP).push(KeyCode.SHIFT, KeyCode.UP);
        assertThat(selected.get()).as("the table's selection is the chart's").isEqualTo(TASKS - 3);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard())
                .isEqualTo(
                        """
                        no.\ttask\tstate\tfrom\tto\tqueued\twait
                        99,998\tlab:/99997\t200\t1.0\t2.0\t1.0\t1.0
                        99,999\tlab:/99998\t200\t1.0\t2.0\t1.0\t1.0
                        """);
    }

    private static String clipboard() throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getString()).get();
    }

    private List<String> columns() {
        return table.getVisibleLeafColumns().stream()
                .map(TableColumn::getUserData)
                .map(String.class::cast)
                .toList();
    }

    private List<String> spoken() {
        return table.lookupAll(".table-row-cell").stream().map(Node::getAccessibleText).toList();
    }
}
