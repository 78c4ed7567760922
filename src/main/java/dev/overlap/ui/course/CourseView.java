package dev.overlap.ui.course;

import atlantafx.base.theme.Styles;

import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonGroup;
import dev.overlap.lesson.course.CourseRecord;
import dev.overlap.text.course.CourseText;
import dev.overlap.ui.controls.IconButton;
import dev.overlap.ui.controls.ModalOverlay;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All lessons as cards in groups, with what was done of them and the way to the next one.
 *
 * <p>Threads: JavaFX thread only.
 */
final class CourseView extends ModalOverlay {

    /** The actions of the view; unset ones do nothing. */
    static final class Callbacks {

        private Consumer<Lesson> open = _ -> {};
        private Runnable export = () -> {};
        private Runnable reset = () -> {};
        private Runnable undo = () -> {};

        /** Opens a lesson. */
        Callbacks open(Consumer<Lesson> open) {
            this.open = open;
            return this;
        }

        /** Saves the score as a table. */
        Callbacks export(Runnable export) {
            this.export = export;
            return this;
        }

        /** Clears what was done. */
        Callbacks reset(Runnable reset) {
            this.reset = reset;
            return this;
        }

        /** Brings back what was cleared. */
        Callbacks undo(Runnable undo) {
            this.undo = undo;
            return this;
        }
    }

    /** The margin around it, so that it is seen to lie over the window. */
    private static final double MARGIN_PX = 48;

    /** Wider, the lines of cards would be hard to follow. */
    private static final double MAX_WIDTH_PX = 1_700;

    private final Callbacks callbacks;
    private final VBox groups = new VBox();
    private final Label count = new Label();
    private final Button proceed = new Button();
    private final Label allDone = new Label(CourseText.ALL_DONE);
    private final Label clearedText = new Label();
    private final HBox cleared = new HBox(8, clearedText);
    private final MenuItem reset = new MenuItem(CourseText.RESET);
    private final Button close = new IconButton("course-close", Feather.X, CourseText.CLOSE);
    private final List<LessonCard> cards = new ArrayList<>();
    private final List<GroupHeading> headings = new ArrayList<>();
    private CourseRecord record = CourseRecord.NONE;

    /** The title of a group, and how many of its lessons are done. */
    private record GroupHeading(LessonGroup group, Label count) {

        void show(CourseRecord record) {
            long done = group.lessons().stream().filter(it -> record.isDone(it.id())).count();
            count.setText(CourseText.done(done, group.lessons().size()));
        }
    }

    CourseView(List<LessonGroup> lessons, Callbacks callbacks) {
        VBox content = new VBox();
        super("course", content);
        this.callbacks = callbacks;
        content.getStyleClass().add("course");
        content.prefWidthProperty()
                .bind(Bindings.min(widthProperty().subtract(2 * MARGIN_PX), MAX_WIDTH_PX));
        content.prefHeightProperty().bind(heightProperty().subtract(MARGIN_PX));
        lessons.forEach(this::add);
        ScrollPane scrolling = scrolling();
        VBox.setVgrow(scrolling, Priority.ALWAYS);
        content.getChildren().setAll(head(), next(), scrolling);
        setAccessibleText(CourseText.CARDS_HELP);
        new CardNavigation(cards, scrolling, groups);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        showCleared(0);
    }

    private HBox head() {
        Label title = new Label(CourseText.TITLE);
        title.getStyleClass().add("lesson-title");
        count.setId("course-count");
        count.getStyleClass().add("quiet");
        MenuItem export = new MenuItem(CourseText.EXPORT);
        export.setId("course-export");
        export.setOnAction(_ -> callbacks.export.run());
        reset.setId("course-reset");
        reset.setOnAction(_ -> reset());
        MenuButton score = new MenuButton(CourseText.SCORE, null, export, reset);
        score.setId("course-score");
        score.setAccessibleText(CourseText.SCORE_HELP);
        score.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(_ -> hide());
        HBox head = new HBox(10, title, count, space(), score, close);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox next() {
        proceed.setId("course-continue");
        proceed.getStyleClass().add(Styles.ACCENT);
        allDone.setId("course-all-done");
        Button undo = new Button(CourseText.UNDO);
        undo.setId("course-undo");
        undo.setAccessibleText(CourseText.UNDO_HELP);
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(_ -> undo());
        cleared.setId("course-cleared");
        cleared.setAlignment(Pos.CENTER_LEFT);
        cleared.getChildren().add(undo);
        HBox next = new HBox(10, proceed, allDone, space(), cleared);
        next.setAlignment(Pos.CENTER_LEFT);
        return next;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private ScrollPane scrolling() {
        groups.getStyleClass().add("course-groups");
        ScrollPane scrolling = new ScrollPane(groups);
        scrolling.setId("course-scroll");
        scrolling.setFitToWidth(true);
        scrolling.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolling.setFocusTraversable(false); // the cards are, and scroll into sight
        scrolling.setMinHeight(0);
        scrolling.getStyleClass().add("course-scroll");
        return scrolling;
    }

    private void add(LessonGroup group) {
        Label title = new Label(group.title());
        title.getStyleClass().add("pane-title");
        Label done = new Label();
        done.getStyleClass().add("quiet");
        headings.add(new GroupHeading(group, done));
        HBox heading = new HBox(10, title, done);
        heading.setAlignment(Pos.BASELINE_LEFT);
        heading.getStyleClass().add("course-heading");
        CardGrid grid = new CardGrid();
        for (Lesson lesson : group.lessons()) {
            LessonCard card = new LessonCard(cards.size() + 1, lesson, () -> choose(lesson));
            cards.add(card);
            grid.getChildren().add(card);
        }
        groups.getChildren().addAll(heading, grid);
    }

    private void choose(Lesson lesson) {
        hide();
        callbacks.open.accept(lesson);
    }

    /** Shows the view; the way on has the focus. */
    void open() {
        show(proceed.isVisible() ? proceed : close);
    }

    /**
     * Shows what was done.
     *
     * @param opened the open lesson, or null
     */
    void show(CourseRecord done, @Nullable Lesson opened, boolean dark) {
        record = done;
        for (LessonCard card : cards) {
            String id = card.lesson().id();
            card.show(done.of(id), opened != null && opened.id().equals(id), dark);
        }
        headings.forEach(heading -> heading.show(done));
        long finished = cards.stream().filter(card -> done.isDone(card.lesson().id())).count();
        count.setText(CourseText.done(finished, cards.size()));
        reset.setDisable(done.isEmpty());
        showNext(cards.stream().filter(card -> !done.isDone(card.lesson().id())).findFirst());
    }

    private void showNext(Optional<LessonCard> next) {
        NodeVisibility.set(proceed, next.isPresent());
        NodeVisibility.set(allDone, next.isEmpty());
        next.ifPresent(this::offer);
    }

    private void offer(LessonCard next) {
        int number = cards.indexOf(next) + 1;
        String title = next.lesson().title();
        String text =
                number == 1 && record.isEmpty()
                        ? CourseText.startWith(title)
                        : CourseText.continueWith(number, title);
        proceed.setText(text);
        proceed.setAccessibleText(text);
        proceed.setOnAction(_ -> choose(next.lesson()));
    }

    private void reset() {
        showCleared(record.lessons().size());
        callbacks.reset.run();
    }

    private void undo() {
        if (cleared.isVisible()) {
            showCleared(0);
            callbacks.undo.run();
            close.requestFocus();
        }
    }

    /** Shows what was cleared, or nothing if 0. */
    private void showCleared(int lessons) {
        NodeVisibility.set(cleared, lessons > 0);
        clearedText.setText(CourseText.cleared(lessons));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.Z && event.isShortcutDown()) {
            event.consume();
            undo();
        }
    }
}
