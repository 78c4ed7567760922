package dev.overlap.ui.program;

import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** The callbacks of programs into the window, all on the JavaFX thread; unset ones do nothing. */
public final class ProgramCallbacks {

    private BooleanSupplier idle = () -> true;
    private BooleanSupplier keeps = () -> true;
    private Runnable before = () -> {};
    private IntSupplier selected = () -> -1;
    private BiConsumer<String, String> copy = (_, _) -> {};
    private Consumer<String> say = _ -> {};

    /** Asks whether nothing is running. */
    public ProgramCallbacks idle(BooleanSupplier asked) {
        this.idle = asked;
        return this;
    }

    /** Asks whether runs are kept, and what they are of may be noted. */
    public ProgramCallbacks keeps(BooleanSupplier asked) {
        this.keeps = asked;
        return this;
    }

    /** Called before a program is started, to make room for its chart. */
    public ProgramCallbacks before(Runnable action) {
        this.before = action;
        return this;
    }

    /** Supplies the index of the selected task; negative for none. */
    public ProgramCallbacks selected(IntSupplier task) {
        this.selected = task;
        return this;
    }

    /** Copies a text; receives what it is, and the text. */
    public ProgramCallbacks copy(BiConsumer<String, String> copier) {
        this.copy = copier;
        return this;
    }

    /** Receives sentences for the user. */
    public ProgramCallbacks say(Consumer<String> status) {
        this.say = status;
        return this;
    }

    boolean isIdle() {
        return idle.getAsBoolean();
    }

    boolean keepsRuns() {
        return keeps.getAsBoolean();
    }

    void beforeStart() {
        before.run();
    }

    int selectedTask() {
        return selected.getAsInt();
    }

    void copy(String what, String text) {
        copy.accept(what, text);
    }

    void say(String sentence) {
        say.accept(sentence);
    }
}
