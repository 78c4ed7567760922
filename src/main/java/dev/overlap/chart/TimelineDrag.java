package dev.overlap.chart;

import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;

/**
 * Something that dragging on a {@link Timeline} does, depending on where and with which keys the
 * mouse is pressed. JavaFX thread only.
 */
interface TimelineDrag {

    /** Returns whether a press at this point begins such a drag. */
    boolean beginsAt(MouseEvent event);

    /** The cursor over a point where a press begins it. */
    default Cursor cursor() {
        return Cursor.H_RESIZE;
    }

    /** Begins at the pressed point. */
    void begin(MouseEvent event);

    /** Goes on to a point. */
    void move(MouseEvent event);

    /** Ends where the mouse was released. */
    default void end() {}
}
