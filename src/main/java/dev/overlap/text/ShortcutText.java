package dev.overlap.text;

/** The texts of the shortcut help. {@code %s} is a placeholder. */
public final class ShortcutText {

    private ShortcutText() {}

    public static final String RUN_THE_LIST = "Run the list";
    public static final String ESCAPE = "Close, clear, end, stop, or go back";
    public static final String SAVE_A_PICTURE = "Save a picture";
    public static final String OPEN_SITE_LIST = "Open a list of sites";
    public static final String SAVE_THE_LIST_OF_SITES = "Save the list of sites";
    public static final String FIND_A_TASK = "Find a task";
    public static final String PRESENTER = "Presenter's window: notes, stop watch, next lesson";
    public static final String COMPARE = "Compare models, or leave that";
    public static final String TOGGLE_LIST = "Hide or show the list";
    public static final String TOGGLE_DETAILS = "Hide or show the details";
    public static final String FULL_SCREEN = "Full screen on or off";
    public static final String PROJECTOR = "Projector mode on or off";
    public static final String PALETTE = "Find any command, model, lesson or sample";
    public static final String SHOW_THESE_KEYS = "Show these keys";
    public static final String ABOUT = "About Overlap: version, libraries and their licences";
    public static final String ABOUT_BUTTON = "About Overlap";
    public static final String PLAY = "Replay the finished run, or pause";
    public static final String PREVIOUS_HELP = "Pause at the previous change";
    public static final String NEXT_HELP = "Pause at the next change";
    public static final String PREVIOUS_PHASE = "The selected task's previous phase";
    public static final String NEXT_PHASE = "The selected task's next phase";
    public static final String RANGE_FROM_HELP = "Begin the range here";
    public static final String RANGE_TO_HELP = "End the range here";
    public static final String RANGE_CLEAR_HELP = "Clear the range";
    public static final String ROW_GROUPING = "Rows by task, by worker, by connection, by resource";
    public static final String IN_THE_WINDOW = "In the window";
    public static final String IN_THE_TIMELINE = "In the timeline";
    public static final String UP_DOWN = "Up, Down";
    public static final String SELECT_A_TASK = "Select a task";
    public static final String PIN_ROW = "Pin or unpin the selected row";
    public static final String SHOW_ARROWS = "Arrows to what the task waited for";
    public static final String ROW_MENU_KEYS = "Shift+F10, Menu";
    public static final String ROW_MENU = "Menu of the row; or right click";
    public static final String LEGEND_KEYS = "G, then Left and Right";
    public static final String LEGEND =
            "Explain the legend; Enter hides a phase, Shift+Enter all others";
    public static final String CLICK_ON_LEGEND = "Click on the legend";
    public static final String HIDE_PHASE = "Hide a phase; double click: it alone";
    public static final String ZOOM_KEYS = "W, S or +, -";
    public static final String ZOOM = "Zoom; with the mouse, Ctrl and the wheel";
    public static final String MOVE_KEYS = "A, D or Left, Right";
    public static final String MOVE = "Move sideways; with the mouse, drag";
    public static final String FIT = "Fit the selected task, or all; or double click";
    public static final String UNDO_ZOOM = "Undo a zoom, a move or a guess";
    public static final String REDO_KEYS = "Ctrl+Y, Ctrl+Shift+Z";
    public static final String REDO_ZOOM = "Redo it";
    public static final String DRAG_ON_THE_AXIS = "Drag on the axis";
    public static final String SCRUB = "Show that instant of the run";
    public static final String DRAG_THE_GUESS = "Drag the guess";
    public static final String GUESS = "Guess how long it takes";
    public static final String DRAG_WITH_SHIFT = "Drag with Shift";
    public static final String RANGE = "Set the range to measure and loop";
    public static final String DRAG_WITH_CONTROL = "Drag with Ctrl";
    public static final String ZOOM_TO = "Zoom to a range";
    public static final String F2_ENTER = "F2, Enter";
    public static final String EDIT_THE_LINE = "Edit the line";
    public static final String SWITCH_SITES = "Switch the selected sites on or off";
    public static final String MOVE_LINE_KEYS = "Alt+Up, Alt+Down";
    public static final String MOVE_LINES = "Move the selected lines; or drag";
    public static final String DELETE_KEYS = "Delete, Backspace";
    public static final String REMOVE_LINES = "Remove the selected lines";
    public static final String COPY_PASTE_KEYS = "Ctrl+C, Ctrl+V";
    public static final String COPY_PASTE = "Copy lines, paste lines";
    public static final String DUPLICATE_LINES = "Duplicate the selected lines";
    public static final String NEXT_PROBLEM = "Next line that is not understood";
    public static final String LINE_MENU_KEYS = "Menu, right click";
    public static final String LINE_MENU = "All that can be done with the selected lines";
    public static final String SELECT_A_MODEL = "Select a model";
    public static final String OPEN_VARIANT = "Show it as a full timeline; or click";
    public static final String MENU_KEY = "Menu";
    public static final String PANEL_MENU = "Copy its figures, leave it out; or right click";
    public static final String BACK_TO_COMPARISON = "From the timeline back to the comparison";
    public static final String UNDO_REDO_KEYS = "Ctrl+Z, Ctrl+Y";
    public static final String COMPARISON_ZOOM_KEYS = "W, S, A, D, F";
    public static final String ZOOM_COMPARISON = "Zoom and move the axis, as in the timeline";
    public static final String FORMER_RESULTS = "Undo or redo a zoom; then, other results";
    public static final String LEFT_RIGHT = "Left, Right";
    public static final String MOVE_GUESS = "Move the guess, or drag it; in a sweep, select";
    public static final String REMOVE_GUESS = "Remove the guess";
    public static final String FIND_KEYS = "Enter, Shift+Enter";
    public static final String FIND_NEXT_PREVIOUS = "Next match, previous match";
    public static final String CLOSE_IT = "Close it";
    public static final String ALL_KEYS_ACCESSIBLE = "All keys. Escape closes this sheet.";
    public static final String ALL_KEYS_SCROLLING =
            "All keys. Arrows scroll them, Escape closes this sheet.";
    public static final String WHILE_FINDING_A_TASK = "While finding a task";
    public static final String IN_THE_LIST_OF_SITES = "In the list of sites";
    public static final String IN_A_COMPARISON = "In a comparison";
}
