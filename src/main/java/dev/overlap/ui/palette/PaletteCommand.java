package dev.overlap.ui.palette;

import java.util.function.BooleanSupplier;

/**
 * Something that the window can do.
 *
 * @param group what it belongs to, such as the menu that has it
 * @param title what it does
 * @param explanation more text in which it is found; may be empty
 * @param keys its shortcut; may be empty
 * @param applies whether it can be done now
 */
public record PaletteCommand(
        String group,
        String title,
        String explanation,
        String keys,
        BooleanSupplier applies,
        Runnable action) {

    /** The text that a list shows. */
    public String text() {
        return group.isEmpty() ? title : group + ": " + title;
    }
}
