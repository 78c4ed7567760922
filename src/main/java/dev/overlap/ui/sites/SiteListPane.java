package dev.overlap.ui.sites;

import atlantafx.base.theme.Styles;

import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.repair.LabPaths;
import dev.overlap.plan.repair.LineAdvisor;
import dev.overlap.text.SiteListText;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.io.File;
import java.util.List;

/**
 * The site list, edited in place, with invalid lines marked, samples above and a field to add lines
 * below. Only visible rows have nodes, so 100,000 lines are no problem.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class SiteListPane extends VBox {

    private final SiteEdits edits;
    private final SiteListFiles files;
    private final SiteRowModel rows = new SiteRowModel();
    private final ListView<SiteLine> view = new ListView<>(rows.rows());
    private final Label count = new Label();
    private final LineAdvisor advisor;
    private final SiteSelectionActions actions;
    private final ProblemsButton problems;
    private final PasteBar pasteBar;

    /**
     * Creates a pane.
     *
     * @param edits of the list
     * @param files the actions of the file menu and of dropped files
     * @param lab knows the paths of the lab
     */
    public SiteListPane(SiteHistory history, SiteEdits edits, SiteListFiles files, LabPaths lab) {
        this.edits = edits;
        this.files = files;
        advisor = new LineAdvisor(lab);
        actions = new SiteSelectionActions(view, edits);
        problems = new ProblemsButton(actions::nextProblem);
        pasteBar = new PasteBar(edits, actions);
        getStyleClass().add("side-pane");
        count.setId("site-count");
        count.getStyleClass().addAll("quiet", "site-count");
        getChildren().setAll(header(), counts(), pasteBar, list(), adding());
        UndoKeys.install(this, edits);
        history.listProperty().subscribe(this::show);
        edits.readingProperty().subscribe((_, _) -> showCount());
    }

    /** Commits an edit in progress, and what is still being pasted. */
    public void endEdit() {
        if (view.getEditingIndex() >= 0) {
            view.requestFocus();
        }
        edits.finishReading();
    }

    /** Adds what is still being pasted. */
    public void finishReading() {
        edits.finishReading();
    }

    /** Replaces the list, which can be undone. */
    public void open(SiteList other) {
        edits.open(other);
    }

    private HBox header() {
        Label title = new Label("Sites");
        title.getStyleClass().add("pane-title");
        title.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header =
                new HBox(
                        title,
                        space,
                        SiteListMenus.list(files, edits),
                        SiteListMenus.samples(edits));
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("pane-header");
        return header;
    }

    /** The counts, beside each other so that the header has room in projector mode. */
    private HBox counts() {
        HBox counts = new HBox(count, problems);
        counts.setAlignment(Pos.CENTER_LEFT);
        return counts;
    }

    private ListView<SiteLine> list() {
        view.setId("sites");
        view.setEditable(true);
        view.setAccessibleText(SiteListText.LIST_ACCESSIBLE);
        view.setPlaceholder(placeholder());
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.setCellFactory(_ -> new SiteCell(edits, advisor));
        view.setOnEditCommit(event -> edits.replace(event.getIndex(), event.getNewValue()));
        view.widthProperty().subscribe(view::refresh); // rows that wrap change their height
        view.getStyleClass().add("site-list");
        SiteListShortcuts.install(view, actions);
        SiteContextMenu.install(view, actions, edits, advisor);
        SiteDrag.install(view, edits);
        SiteDrop.install(view, new Dropped());
        VBox.setVgrow(view, Priority.ALWAYS);
        return view;
    }

    private static Label placeholder() {
        Label label = new Label(SiteListText.EMPTY_LIST);
        label.setWrapText(true);
        label.getStyleClass().add("empty-state");
        return label;
    }

    /** The field for new lines, below what must be said of the one that is typed. */
    private VBox adding() {
        AddSiteField field = new AddSiteField(this::add, edits::undo);
        LineHint hint = new LineHint(lines -> field.setText(lines.getFirst().text()));
        hint.setId("add-hint");
        field.textProperty().subscribe(text -> hint.show(advisor.whileTyping(text)));
        VBox adding = new VBox(hint, addRow(field));
        adding.getStyleClass().add("site-adding");
        return adding;
    }

    private static HBox addRow(AddSiteField field) {
        HBox.setHgrow(field, Priority.ALWAYS);
        Button button = new Button(null, new FontIcon(Feather.PLUS));
        button.setId("add-site-button");
        button.getStyleClass().add(Styles.BUTTON_ICON);
        button.setAccessibleText(SiteListText.ADD_BUTTON_ACCESSIBLE);
        button.setTooltip(new Tooltip(SiteListText.ADD_BUTTON_HELP));
        button.disableProperty().bind(field.textProperty().map(String::isBlank));
        button.setOnAction(_ -> field.addTyped());
        HBox addRow = new HBox(field, button);
        addRow.getStyleClass().add("site-add-row");
        return addRow;
    }

    private void add(String text) {
        edits.insert(
                edits.list().lines().size(),
                text,
                (_, _) -> view.scrollTo(view.getItems().size() - 1));
    }

    private void show(SiteList list) {
        SiteRowSelection.keep(view, () -> rows.show(list));
        showCount();
        problems.show(list.problems());
        pasteBar.update(list);
    }

    private void showCount() {
        count.setText(
                edits.readingProperty().get()
                        ? SiteListText.READING
                        : SiteListText.count(edits.list()));
    }

    private final class Dropped implements SiteDrop.Target {

        @Override
        public void files(List<File> dropped, int row) {
            dropped.forEach(file -> files.insert(file.toPath(), row));
        }

        @Override
        public void text(String text, int row) {
            edits.insert(row, text, actions::select);
        }
    }
}
