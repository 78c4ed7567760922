package dev.overlap.ui.sites;

import dev.overlap.plan.SiteLine;

import javafx.geometry.Point2D;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.util.List;

/** Accepts drops onto the site list from outside: files, links and text. */
final class SiteDrop {

    /** Receives what was dropped. */
    interface Target {

        /** Inserts the lines of files before a row. */
        void files(List<File> files, int row);

        /** Inserts lines of text before a row. */
        void text(String text, int row);
    }

    private final ListView<SiteLine> view;
    private final Target target;

    private SiteDrop(ListView<SiteLine> view, Target target) {
        this.view = view;
        this.target = target;
    }

    static void install(ListView<SiteLine> view, Target target) {
        SiteDrop drop = new SiteDrop(view, target);
        view.setOnDragOver(drop::over);
        view.setOnDragExited(_ -> DropPosition.mark(view, -1));
        view.setOnDragDropped(drop::dropped);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles() || text(event.getDragboard()) != null) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            DropPosition.mark(view, gap(event));
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        DropPosition.mark(view, -1);
        event.setDropCompleted(take(event.getDragboard(), gap(event), target));
        event.consume();
    }

    private int gap(DragEvent event) {
        return DropPosition.at(view, new Point2D(event.getSceneX(), event.getSceneY()));
    }

    /** Passes the content to the target; returns false if there is nothing usable. */
    static boolean take(Clipboard content, int row, Target target) {
        if (content.hasFiles()) {
            target.files(content.getFiles(), row);
            return true;
        }
        String text = text(content);
        if (text != null) {
            target.text(text, row);
        }
        return text != null;
    }

    /**
     * A link carries its title as text, so its address has priority; text may have several lines.
     */
    private static @Nullable String text(Clipboard content) {
        return content.hasUrl()
                ? content.getUrl()
                : content.hasString() ? content.getString() : null;
    }
}
