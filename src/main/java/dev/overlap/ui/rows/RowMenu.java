package dev.overlap.ui.rows;

import dev.overlap.chart.RowMenuHandler;
import dev.overlap.chart.Timeline;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.rows.RowChoice;
import dev.overlap.render.rows.RowStatus;
import dev.overlap.render.rows.TaskHosts;
import dev.overlap.text.rows.RowFigures;
import dev.overlap.text.rows.RowText;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The context menu of the rows of a timeline.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class RowMenu implements RowMenuHandler {

    private final Timeline timeline;
    private final ContextMenu menu = new ContextMenu();
    private @Nullable Consumer<String> browser;
    private Predicate<String> repeat = _ -> false;
    private Consumer<String> say = _ -> {};

    /** Installs the menu of a timeline. */
    public RowMenu(Timeline timeline) {
        this.timeline = timeline;
        menu.setId("row-menu");
        timeline.rowMenuProperty().set(this);
    }

    /** Sets what opens an http or https URL. */
    public void onBrowse(Consumer<String> opens) {
        browser = opens;
    }

    /**
     * Sets what adds a line of the list once more, given its label.
     *
     * @param adds returns false if there is no such line
     * @param says shows a sentence
     */
    public void onRepeat(Predicate<String> adds, Consumer<String> says) {
        repeat = adds;
        say = says;
    }

    @Override
    public void show(int task, double screenX, double screenY) {
        Trace trace = timeline.traceProperty().get();
        if (trace != null) {
            menu.getItems().setAll(items(trace, trace.task(task)));
            menu.show(timeline, screenX, screenY);
        }
    }

    private List<MenuItem> items(Trace trace, TaskTrack task) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("row-zoom", RowText.ZOOM_TO_IT, () -> timeline.zoomTo(task.index())));
        items.add(arrows());
        items.add(pin(task));
        items.add(new SeparatorMenuItem());
        items.addAll(filters(task));
        items.add(new SeparatorMenuItem());
        items.addAll(copies(trace, task));
        items.add(new SeparatorMenuItem());
        items.add(browse(url(task)));
        items.add(item("row-repeat", RowText.REPEAT, () -> repeat(task)));
        return items;
    }

    private boolean areTasks() {
        return timeline.groupingProperty().get() == RowGrouping.TASKS;
    }

    private MenuItem arrows() {
        boolean shown = timeline.rowChoiceProperty().get().arrows();
        String words = shown ? RowText.HIDE_ARROWS : RowText.SHOW_ARROWS;
        return choosing("row-arrows", words, it -> it.withArrows(!shown));
    }

    private MenuItem pin(TaskTrack task) {
        boolean pinned = timeline.rowChoiceProperty().get().pinned().contains(task.index());
        String words = pinned ? RowText.UNPIN : RowText.PIN;
        return choosing("row-pin", words, it -> it.togglePin(task.index()));
    }

    private List<MenuItem> filters(TaskTrack task) {
        String host = TaskHosts.of(task);
        RowStatus status = RowStatus.of(task);
        return List.of(
                choosing(
                        "row-only-host",
                        RowText.only(TaskHosts.words(host)),
                        it -> it.filteredBy(it.filter().withHost(host))),
                choosing(
                        "row-only-status",
                        RowText.only(status.words()),
                        it -> it.filteredBy(it.filter().withStatus(status))));
    }

    /** An item that changes the choice of rows of tasks. */
    private MenuItem choosing(String id, String words, UnaryOperator<RowChoice> change) {
        MenuItem item =
                item(
                        id,
                        words,
                        () ->
                                timeline.rowChoiceProperty()
                                        .set(change.apply(timeline.rowChoiceProperty().get())));
        item.setDisable(!areTasks());
        return item;
    }

    private List<MenuItem> copies(Trace trace, TaskTrack task) {
        String url = url(task);
        MenuItem copyUrl = item("row-copy-url", RowText.COPY_URL, () -> copy(url));
        copyUrl.setDisable(url.isEmpty());
        return List.of(
                item("row-copy-line", RowText.COPY_LINE, () -> copy(task.label())),
                copyUrl,
                item(
                        "row-copy-figures",
                        RowText.COPY_FIGURES,
                        () -> copy(RowFigures.of(trace, task))));
    }

    /** The URL of the first request, empty if there was none. */
    private static String url(TaskTrack task) {
        List<Exchange> exchanges = task.exchanges();
        return exchanges.isEmpty() ? "" : exchanges.getFirst().url();
    }

    private MenuItem browse(String url) {
        Consumer<String> opens = browser;
        String lower = url.toLowerCase(Locale.ROOT);
        boolean web = lower.startsWith("http://") || lower.startsWith("https://");
        MenuItem item =
                item(
                        "row-browse",
                        RowText.OPEN_URL,
                        () -> {
                            if (opens != null) {
                                opens.accept(url);
                            }
                        });
        item.setDisable(opens == null || !web);
        return item;
    }

    private void repeat(TaskTrack task) {
        if (!repeat.test(task.label())) {
            say.accept(RowText.NOT_IN_LIST);
        }
    }

    private void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        say.accept(RowText.COPIED);
    }

    private static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
