package dev.overlap.ui.sites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.runtime.LabRouteTable;
import dev.overlap.ui.WindowRobot;
import dev.overlap.ui.controls.WindowTheme;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.Collections;
import java.util.List;
import java.util.Set;

@ExtendWith(ApplicationExtension.class)
class SiteListPaneTest {

    private static final String FIRST = "# Three sites\na.example\nlab:/delay/300 x3\nc.example\n";

    private final SiteHistory history = new SiteHistory(SiteList.parse(FIRST));

    @Start
    void start(Stage stage) {
        WindowTheme.LIGHT.apply();
        SiteEdits edits = new SiteEdits(history, new LabRouteTable(), Runnable::run, Runnable::run);
        SiteListFileActions files =
                new SiteListFileActions(
                        edits,
                        Runnable::run,
                        Runnable::run,
                        _ -> null,
                        (_, _) -> null,
                        new SiteListFileActions.Callbacks().window(stage::getOwner));
        SiteListPane pane = new SiteListPane(history, edits, files, new LabRouteTable());
        stage.setScene(new Scene(pane, 280, 500));
        stage.sizeToScene(); // the stage may have the size of another test
        stage.show();
    }

    @Test
    void doubleClickEditsALineAndEnterKeepsIt(FxRobot robot) {
        robot.doubleClickOn("https://a.example");
        typeInPlace(robot, "b.example/page");
        robot.push(KeyCode.ENTER);

        assertThat(text()).isEqualTo(FIRST.replace("a.example", "b.example/page"));
        assertThat(robot.lookup("https://b.example/page").tryQuery()).isPresent();
    }

    @Test
    void escLeavesTheLineAsItWas(FxRobot robot) {
        robot.clickOn("https://a.example").push(KeyCode.F2);
        typeInPlace(robot, "gone");
        assertThat(robot.lookup("#site-editor").queryTextInputControl().getText())
                .isEqualTo("gone");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#site-editor").tryQuery()).isEmpty();

        assertThat(text()).isEqualTo(FIRST);
        assertThat(robot.lookup("https://a.example").tryQuery()).isPresent();
    }

    @Test
    void clickElsewhereKeepsWhatWasTyped(FxRobot robot) {
        robot.clickOn("https://a.example").push(KeyCode.F2);
        typeInPlace(robot, "b.example");
        robot.clickOn("https://c.example");

        assertThat(text()).isEqualTo(FIRST.replace("a.example", "b.example"));
    }

    @Test
    void invalidLineIsMarkedWithItsProblem(FxRobot robot) {
        robot.doubleClickOn("https://a.example");
        typeInPlace(robot, "htp://a.example");
        robot.push(KeyCode.ENTER);

        assertThat(robot.lookup("Is http:// meant?").query().isVisible()).isTrue();
        assertThat(robot.lookup("#problems").queryLabeled().getText()).isEqualTo("1");
    }

    @Test
    void aContradictionIsTheLaterLinesAndGoesWithTheEarlierOne(FxRobot robot) {
        show(robot, "lock:a { lab:/x }\nadd:a\n");
        assertThat(robot.lookup("#problems").queryLabeled().getText()).isEqualTo("1");
        assertThat(problems(robot)).containsExactly("add:a");

        robot.doubleClickOn("lock:a { lab:/x }");
        typeInPlace(robot, "lock:b { lab:/x }");
        robot.push(KeyCode.ENTER);

        assertThat(problems(robot)).isEmpty();
        assertThat(robot.lookup("#problems").query().isVisible()).isFalse();
    }

    @Test
    void aLineThatContradictsAnotherIsSwitchedOffByItsBox(FxRobot robot) {
        show(robot, "lock:a { lab:/x }\nadd:a\n");
        robot.clickOn(within(robot, "add:a", ".site-on"));
        assertThat(text()).isEqualTo("lock:a { lab:/x }\noff add:a\n");

        robot.clickOn("add:a").push(KeyCode.SPACE);
        assertThat(text()).isEqualTo("lock:a { lab:/x }\nadd:a\n");
        robot.push(KeyCode.SPACE);
        assertThat(text()).isEqualTo("lock:a { lab:/x }\noff add:a\n");
    }

    @Test
    void aQueueIsNeitherATaskNorAComment(FxRobot robot) {
        show(robot, "queue orders 4\nput:orders x3\n# why\n");

        Node row = robot.lookup("queue orders").query().getParent();
        assertThat(row.getParent().getStyleClass()).contains("site-queue");
        assertThat(robot.from(row).lookup("holds 4").query().isVisible()).isTrue();
        assertThat(robot.from(row).lookup(".site-on").query().isVisible()).isFalse();
        assertThat(robot.lookup("#site-count").queryLabeled().getText())
                .isEqualTo("3 lines \u00b7 3 tasks \u00b7 1 queue");
        robot.clickOn("queue orders").push(KeyCode.SPACE);
        assertThat(text()).isEqualTo("queue orders 4\nput:orders x3\n# why\n");
    }

    @Test
    void aLineOfManyStepsIsShownInFull(FxRobot robot) {
        String line =
                "lock:account { add:balance/10 gap 5ms -> sleep:200ms } -> permit:db/3 {"
                        + " lab:/delay/300 -> lab:/delay/400 }";
        show(robot, line + "\nlab:/x\n");

        new WindowRobot(robot)
                .until(() -> height(robot, line) > 1.5 * height(robot, "lab:/x")); // once laid out
    }

    private static double height(FxRobot robot, String text) {
        return robot.lookup(text).query().getLayoutBounds().getHeight();
    }

    private void show(FxRobot robot, String list) {
        robot.interact(() -> history.edit(SiteList.parse(list)));
    }

    private static List<String> problems(FxRobot robot) {
        return list(robot).getItems().stream()
                .filter(line -> line.problem() != null)
                .map(SiteLine::text)
                .toList();
    }

    @Test
    void checkBoxAndSpaceSwitchASiteOffAndOn(FxRobot robot) {
        robot.clickOn("https://a.example").push(KeyCode.SPACE);
        assertThat(text()).isEqualTo(FIRST.replace("a.example", "off a.example"));
        robot.push(KeyCode.SPACE);
        assertThat(text()).isEqualTo(FIRST);
        robot.clickOn(within(robot, "https://a.example", ".site-on"));
        assertThat(text()).isEqualTo(FIRST.replace("a.example", "off a.example"));
    }

    @Test
    void removeButtonOfTheHoveredRowRemovesIt(FxRobot robot) {
        robot.moveTo("https://c.example");
        robot.clickOn(within(robot, "https://c.example", ".site-remove"));

        assertThat(text()).isEqualTo(FIRST.replace("c.example\n", ""));
    }

    /** A part of the row of a site. */
    private static Node within(FxRobot robot, String site, String part) {
        return robot.from(robot.lookup(site).query().getParent()).lookup(part).query();
    }

    @Test
    void deleteRemovesAndControlZRestores(FxRobot robot) {
        robot.clickOn("https://a.example").push(KeyCode.DELETE);
        assertThat(text()).isEqualTo(FIRST.replace("a.example\n", ""));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(text()).isEqualTo(FIRST);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(text()).isEqualTo(FIRST.replace("a.example\n", ""));
    }

    @Test
    void altDownMovesTheLineAndKeepsItSelected(FxRobot robot) {
        robot.clickOn("https://a.example").push(KeyCode.ALT, KeyCode.DOWN);
        robot.push(KeyCode.ALT, KeyCode.DOWN);

        assertThat(text()).endsWith("c.example\na.example\n");
        assertThat(list(robot).getSelectionModel().getSelectedIndices()).containsExactly(3);
    }

    @Test
    void draggedLineLandsInTheGapBetweenTwoOthers(FxRobot robot) {
        robot.drag("https://a.example").moveTo("https://c.example").moveBy(0, -9);
        assertThat(robot.lookup(".site-cell:gap-above").tryQuery()).isPresent();
        robot.drop();

        assertThat(text()).isEqualTo("# Three sites\nlab:/delay/300 x3\na.example\nc.example\n");
        assertThat(list(robot).getSelectionModel().getSelectedIndices()).containsExactly(2);
        assertThat(robot.lookup(".site-cell:gap-above").tryQuery()).isEmpty();
    }

    @Test
    void escCancelsADrag(FxRobot robot) {
        robot.drag("https://a.example").moveTo("https://c.example").moveBy(0, -9);
        assertThat(robot.lookup(".site-cell:gap-above").tryQuery()).isPresent();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup(".site-cell:gap-above").tryQuery()).isEmpty();
        robot.drop();

        assertThat(text()).isEqualTo(FIRST);
    }

    @Test
    void selectedLinesAreDraggedTogether(FxRobot robot) {
        robot.clickOn("https://a.example").push(KeyCode.SHIFT, KeyCode.DOWN);
        robot.drag("https://a.example").moveTo("Three sites").moveBy(0, -9).drop();

        assertThat(text()).isEqualTo("a.example\nlab:/delay/300 x3\n# Three sites\nc.example\n");
        assertThat(list(robot).getSelectionModel().getSelectedIndices()).containsExactly(0, 1);
    }

    @Test
    void selectedLinesAreSwitchedMovedAndRemovedTogether(FxRobot robot) {
        robot.clickOn("https://a.example").push(KeyCode.SHIFT, KeyCode.DOWN);
        robot.push(KeyCode.SPACE);
        assertThat(text()).contains("off a.example\noff lab:/delay/300 x3\nc.example");
        robot.push(KeyCode.SPACE);
        assertThat(text()).isEqualTo(FIRST);
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(text()).endsWith("c.example\na.example\nlab:/delay/300 x3\n");
        robot.push(KeyCode.DELETE);
        assertThat(text()).isEqualTo("# Three sites\nc.example\n");
    }

    @Test
    void controlVPastesManyLinesBelowTheSelection(FxRobot robot) {
        robot.interact(() -> putOnClipboard("x.example\ny.example\n"));
        robot.clickOn("https://a.example").push(KeyCode.CONTROL, KeyCode.V);

        assertThat(text()).contains("a.example\nx.example\ny.example\nlab:");
    }

    @Test
    void controlCCopiesAllSelectedLinesAsTheyAreWritten(FxRobot robot) {
        robot.clickOn("https://a.example").push(KeyCode.SHIFT, KeyCode.DOWN);
        robot.push(KeyCode.CONTROL, KeyCode.C);

        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).isEqualTo("a.example\nlab:/delay/300 x3\n");
    }

    @Test
    void typedSiteIsAddedAtTheEnd(FxRobot robot) {
        robot.clickOn("#add-site").write("d.example").push(KeyCode.ENTER);

        assertThat(text()).isEqualTo(FIRST + "d.example\n");
    }

    @Test
    void manyLinesPastedIntoTheFieldStayLines(FxRobot robot) {
        robot.interact(() -> putOnClipboard("x.example\ny.example\n"));
        robot.clickOn("#add-site").push(KeyCode.CONTROL, KeyCode.V);

        assertThat(text()).isEqualTo(FIRST + "x.example\ny.example\n");
    }

    @Test
    void hundredThousandLinesOnlyCreateVisibleRows(FxRobot robot) {
        String many = String.join("\n", Collections.nCopies(100_000, "lab:/delay/1"));
        robot.interact(() -> history.edit(SiteList.parse(many)));
        robot.interact(() -> list(robot).scrollTo(99_999));
        new WindowRobot(robot)
                .until(() -> cells(robot).stream().anyMatch(cell -> cell.getIndex() > 99_900));

        assertThat(cells(robot)).hasSizeLessThan(60);
    }

    private static Set<SiteCell> cells(FxRobot robot) {
        return robot.lookup(".site-cell").queryAllAs(SiteCell.class);
    }

    @Test
    void aDirtyPasteIsRepairedToldAndUndoneFromTheEmptyField(FxRobot robot) {
        String dirty =
                "- x.example\n[md](https://y.example)\nlab:/a, lab:/b\nlab:/delai/3\nhtp://z\n";
        robot.interact(() -> putOnClipboard(dirty));
        robot.clickOn("#add-site").push(KeyCode.CONTROL, KeyCode.V);
        String pasted = "x.example\nhttps://y.example\nlab:/a\nlab:/b\nlab:/delai/3\nhtp://z\n";
        assertThat(text()).isEqualTo(FIRST + pasted);
        assertThat(label(robot, "#paste-taken")).isEqualTo("5 lines: 1 taken");
        assertThat(label(robot, "#paste-repaired")).isEqualTo("3 repaired");
        assertThat(label(robot, "#paste-problems")).isEqualTo("1 not understood");

        robot.clickOn("#paste-show").clickOn("#paste-show");
        assertThat(selected(robot)).containsExactly(5);
        assertThat(label(robot, "#paste-detail"))
                .isEqualTo("2 of 3. This is a Markdown link. It was: [md](https://y.example)");
        robot.clickOn("#paste-next");
        assertThat(selected(robot)).containsExactly(9);

        robot.clickOn("#add-site").push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(text()).isEqualTo(FIRST);
        assertThat(robot.lookup("#paste-bar").query().isVisible()).isFalse();
    }

    @Test
    void theCountOfProblemsLeadsToTheNextAndItsButtonMendsIt(FxRobot robot) {
        show(robot, "htp://a.example\nlab:/x\n> lab:/y\n");
        robot.clickOn("#problems");
        assertThat(selected(robot)).containsExactly(0);
        robot.push(KeyCode.F4);
        assertThat(selected(robot)).containsExactly(2);
        robot.clickOn("#problems");
        assertThat(selected(robot)).containsExactly(0);

        robot.clickOn("Yes");
        assertThat(text()).isEqualTo("http://a.example\nlab:/x\n> lab:/y\n");
        robot.clickOn("Remove");
        assertThat(text()).isEqualTo("http://a.example\nlab:/x\nlab:/y\n");
    }

    @Test
    void aClickOnTheCountEditsItAndRemovingIsElsewhere(FxRobot robot) {
        robot.clickOn("lab:/delay/300");
        Node count = within(robot, "lab:/delay/300", ".site-times");
        Node remove = within(robot, "lab:/delay/300", ".site-remove");
        assertThat(inScene(count).getMaxX()).isLessThanOrEqualTo(inScene(remove).getMinX());

        robot.clickOn(count).push(KeyCode.UP).push(KeyCode.ENTER);
        assertThat(text()).contains("lab:/delay/300 x4");
        robot.clickOn(within(robot, "lab:/delay/300", ".site-times")).write("7");
        robot.push(KeyCode.ESCAPE);
        assertThat(text()).contains("lab:/delay/300 x4");
        robot.clickOn(within(robot, "https://a.example", ".site-times")).write("12");
        robot.clickOn("https://c.example");
        assertThat(text()).contains("a.example x12\n");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(text()).contains("a.example\nlab:/delay/300 x4\n");
    }

    @Test
    void aMisspeltPathOfTheLabIsToldWhileItIsTyped(FxRobot robot) {
        robot.clickOn("#add-site").write("lab:/dela");
        assertThat(robot.lookup("#add-hint").query().isVisible()).isFalse();
        robot.write("i/300");
        assertThat(robot.lookup("The lab has no such path.").query().isVisible()).isTrue();
        robot.clickOn("/delay/300").push(KeyCode.ENTER);

        assertThat(text()).isEqualTo(FIRST + "lab:/delay/300\n");
    }

    @Test
    void theMenuOfALineDuplicatesAndMovesIt(FxRobot robot) {
        openMenuOf(robot, "https://a.example");
        robot.clickOn("#line-duplicate");
        assertThat(text()).contains("a.example\na.example\nlab:");
        openMenuOf(robot, "lab:/delay/300");
        robot.clickOn("#line-down");
        assertThat(text()).endsWith("c.example\nlab:/delay/300 x3\n");

        robot.clickOn("#list-menu").clickOn("Undo the move of 1 line (Ctrl+Z)");
        assertThat(text()).endsWith("lab:/delay/300 x3\nc.example\n");
        robot.clickOn("#list-menu").clickOn("Redo the move of 1 line (Ctrl+Y)");
        assertThat(text()).endsWith("c.example\nlab:/delay/300 x3\n");
    }

    /** As by the menu key; the headless platform knows no menu of the mouse. */
    private static void openMenuOf(FxRobot robot, String site) {
        Parent root = robot.lookup("#sites").query().getScene().getRoot();
        robot.interact(root::layout); // a row that has moved is clicked where it is now
        Node row = robot.clickOn(site).lookup(site).query();
        Bounds at = row.localToScreen(row.getLayoutBounds());
        double x = at.getCenterX();
        double y = at.getCenterY();
        robot.interact(
                () ->
                        row.fireEvent(
                                new ContextMenuEvent(
                                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                        0,
                                        0,
                                        x,
                                        y,
                                        true,
                                        null)));
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static String label(FxRobot robot, String id) {
        return robot.lookup(id).queryLabeled().getText();
    }

    private static List<Integer> selected(FxRobot robot) {
        return list(robot).getSelectionModel().getSelectedIndices();
    }

    @Test
    void emptyListExplainsHowToFillIt(FxRobot robot) {
        assertThat(robot.lookup(".empty-state").queryAllAs(Label.class))
                .noneMatch(WindowRobot::isInSight);
        robot.interact(() -> history.edit(SiteList.EMPTY));

        new WindowRobot(robot)
                .until(
                        () ->
                                robot.lookup(".empty-state").queryAllAs(Label.class).stream()
                                        .anyMatch(WindowRobot::isInSight)); // once laid out
    }

    private static void typeInPlace(FxRobot robot, String text) {
        robot.push(KeyCode.CONTROL, KeyCode.A).write(text);
    }

    private static void putOnClipboard(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @SuppressWarnings("unchecked") // the list of sites holds lines
    private static ListView<SiteLine> list(FxRobot robot) {
        return robot.lookup("#sites").queryAs(ListView.class);
    }

    private String text() {
        return history.list().text();
    }
}
