package dev.overlap.ui.comparison;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/**
 * The column beside a comparison that keeps the open lesson in sight. There is one page of a lesson
 * in the window; this column borrows it.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class LessonColumn {

    /** The owner of the page of the lesson. */
    public interface Owner {

        /** Nobody: there are no lessons. */
        Owner NONE =
                new Owner() {
                    @Override
                    public Node lend() {
                        return new StackPane();
                    }

                    @Override
                    public void takeBack() {}
                };

        /** Removes the page from the window and returns it. */
        Node lend();

        /** Puts the page back where it was. */
        void takeBack();
    }

    private static final double SHARE = 0.27;

    private final Owner owner;
    private final BorderPane view;
    private @Nullable StackPane column;

    /**
     * @param view the comparison, at whose right it is shown
     */
    LessonColumn(Owner owner, BorderPane view) {
        this.owner = owner;
        this.view = view;
    }

    /** Shows the column, or gives the page back. */
    void show(boolean visible) {
        if (visible == (column != null)) {
            return;
        }
        if (visible) {
            StackPane shown = new StackPane(owner.lend());
            shown.getStyleClass().add("lesson-column");
            shown.prefWidthProperty().bind(view.widthProperty().multiply(SHARE));
            column = shown;
            view.setRight(shown);
        } else {
            giveBack();
        }
    }

    private void giveBack() {
        StackPane shown = column;
        if (shown != null) {
            view.setRight(null);
            shown.getChildren().clear();
            column = null;
            owner.takeBack();
        }
    }
}
