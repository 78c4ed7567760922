package dev.overlap.ui.sites;

import dev.overlap.plan.SiteList;
import dev.overlap.plan.repair.RepairedLine;
import dev.overlap.text.sites.RepairText;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.stream.IntStream;

/**
 * Says what became of the lines that were pasted last: how many were taken, repaired, not
 * understood, or doubtful. Shown only if there is something to say beyond "taken", until it is
 * closed or none of these lines is left.
 */
final class PasteBar extends VBox {

    private final SiteEdits edits;
    private final SiteSelectionActions actions;
    private final Label taken = new Label();
    private final Label repaired = new Label();
    private final Hyperlink show = link("paste-show", RepairText.SHOW, RepairText.SHOW_ACCESSIBLE);
    private final Label problems = new Label();
    private final Hyperlink next = link("paste-next", RepairText.NEXT, RepairText.NEXT_ACCESSIBLE);
    private final Label doubts = new Label();
    private final Hyperlink mend =
            link("paste-mend", RepairText.MEND_ALL, RepairText.MEND_ALL_ACCESSIBLE);
    private final Label detail = new Label();
    private @Nullable PastedLines lines;
    private int shown = -1;

    PasteBar(SiteEdits edits, SiteSelectionActions actions) {
        this.edits = edits;
        this.actions = actions;
        setId("paste-bar");
        getStyleClass().add("paste-bar");
        taken.setId("paste-taken");
        repaired.setId("paste-repaired");
        problems.setId("paste-problems");
        doubts.setId("paste-doubts");
        detail.setId("paste-detail");
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        show.setOnAction(_ -> showNextRepair());
        next.setOnAction(_ -> showNextProblem());
        mend.setOnAction(_ -> mendAll());
        getChildren().setAll(top(), detail);
        NodeVisibility.set(this, false);
        edits.pastedProperty().subscribe(this::pasted);
    }

    private HBox top() {
        Hyperlink undo = link("paste-undo", RepairText.UNDO, RepairText.UNDO_ACCESSIBLE);
        undo.setOnAction(_ -> edits.undo());
        FlowPane words = new FlowPane(taken, repaired, show, problems, next, doubts, mend, undo);
        words.getStyleClass().add("paste-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        Button close = new Button(null, new FontIcon(Feather.X));
        close.setId("paste-close");
        close.getStyleClass().setAll("paste-close");
        close.setAccessibleText(RepairText.DISMISS);
        close.setTooltip(new Tooltip(RepairText.DISMISS));
        close.setOnAction(_ -> dismiss());
        return new HBox(words, close);
    }

    private static Hyperlink link(String id, String text, String sentence) {
        Hyperlink link = new Hyperlink(text);
        link.setId(id);
        link.setAccessibleText(sentence);
        return link;
    }

    private void pasted(@Nullable PastedLines pasted) {
        lines = pasted;
        shown = -1;
        NodeVisibility.set(detail, false);
        update(edits.list());
    }

    private void dismiss() {
        lines = null;
        update(edits.list());
    }

    /** Counts again, since lines may have been edited, mended or removed. */
    void update(SiteList list) {
        PastedLines pasted = lines;
        if (pasted == null) {
            NodeVisibility.set(this, false);
            return;
        }
        int wrong = pasted.problems(list).length;
        int mended = pasted.repaired(list).length;
        int doubtful = pasted.doubtful(list).size();
        taken.setText(RepairText.pasted(pasted.written(), pasted.taken(list)));
        show(repaired, show, RepairText.repaired(mended), mended);
        show(problems, next, RepairText.notUnderstood(wrong), wrong);
        show(doubts, mend, RepairText.doubtful(doubtful), doubtful);
        NodeVisibility.set(this, mended + wrong + doubtful > 0);
    }

    private static void show(Label label, Hyperlink link, String text, int number) {
        label.setText(text);
        NodeVisibility.set(label, number > 0);
        NodeVisibility.set(link, number > 0);
    }

    private void mendAll() {
        PastedLines pasted = lines;
        if (pasted != null) {
            edits.mend(pasted.doubtful(edits.list()));
        }
    }

    private void showNextProblem() {
        PastedLines pasted = lines;
        if (pasted != null) {
            go(pasted.problems(edits.list()));
            NodeVisibility.set(detail, false);
        }
    }

    private void showNextRepair() {
        PastedLines pasted = lines;
        int[] rows = pasted == null ? new int[0] : pasted.repaired(edits.list());
        if (pasted == null || rows.length == 0) {
            return;
        }
        int row = go(rows);
        RepairedLine line = pasted.repair(edits.list(), row);
        if (line != null) {
            int number = (int) IntStream.of(rows).filter(it -> it <= row).count();
            detail.setText(
                    RepairText.was(number, rows.length, line.repairs().getFirst(), line.written()));
            NodeVisibility.set(detail, true);
        }
    }

    /** Selects the first of some rows below the last one that was shown, or the first. */
    private int go(int[] rows) {
        shown = IntStream.of(rows).filter(row -> row > shown).findFirst().orElse(rows[0]);
        actions.select(shown);
        return shown;
    }
}
