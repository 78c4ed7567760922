package dev.overlap.ui;

import dev.overlap.text.WindowText;
import dev.overlap.ui.comparison.LessonColumn;
import dev.overlap.ui.controls.SegmentedButton;
import dev.overlap.ui.controls.SegmentedButton.Pill;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The right side of the window, with one of three pages visible.
 *
 * <p>Threads: JavaFX thread only.
 */
final class SidePane extends BorderPane implements LessonColumn.Owner {

    /** A page. The state file stores its name in lower case. */
    enum Page {
        LESSON("Lesson", WindowText.LESSON_PAGE_HELP),
        RUN("Run", WindowText.RUN_PAGE_HELP),
        CODE("Code", WindowText.PROGRAM_HELP);

        private final String title;
        private final String sentence;

        Page(String title, String sentence) {
            this.title = title;
            this.sentence = sentence;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Pill<Page> pill() {
            return new Pill<>("page-" + word(), title, this, sentence);
        }

        /**
         * Returns the page with this stored name. Without one, the user is new and sees the lesson.
         */
        static Page of(@Nullable String word) {
            return Arrays.stream(values())
                    .filter(page -> page.word().equals(word))
                    .findFirst()
                    .orElse(LESSON);
        }
    }

    private final ObjectProperty<Page> page;
    private final Map<Page, Node> contents = new EnumMap<>(Page.class);
    private boolean lent;

    /**
     * Creates the pane.
     *
     * @param windowState has the initial page; receives every change
     * @param lesson brings its own scroll bars
     * @param code does, too
     */
    SidePane(WindowStateHolder windowState, Region lesson, Region run, Region code) {
        page = new SimpleObjectProperty<>(Page.of(windowState.state().preferences().page()));
        contents.put(Page.LESSON, lesson);
        contents.put(Page.RUN, scrolling(run));
        contents.put(Page.CODE, code);
        getStyleClass().addAll("side-pane", "right-pane");
        setTop(tabs());
        page.subscribe(_ -> showPage());
        page.subscribe(
                (_, now) ->
                        windowState.changeLooks(preferences -> preferences.withPage(now.word())));
    }

    private void showPage() {
        Page now = page.get();
        setCenter(lent && now == Page.LESSON ? null : contents.get(now));
    }

    /** Lends the lesson page to another part of the window. */
    @Override
    public Node lend() {
        lent = true;
        showPage();
        return Objects.requireNonNull(contents.get(Page.LESSON));
    }

    @Override
    public void takeBack() {
        lent = false;
        showPage();
    }

    private HBox tabs() {
        List<Pill<Page>> pills = Arrays.stream(Page.values()).map(Page::pill).toList();
        HBox tabs = new HBox(new SegmentedButton<>(page, pills));
        tabs.setAlignment(Pos.CENTER);
        tabs.getStyleClass().add("side-tabs");
        return tabs;
    }

    private static ScrollPane scrolling(Region content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("side-pane");
        return pane;
    }

    /** The visible page. */
    ObjectProperty<Page> pageProperty() {
        return page;
    }
}
