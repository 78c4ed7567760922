package dev.overlap.ui.program;

import dev.overlap.lab.VirtualHosts;
import dev.overlap.text.program.CommandSplitter;
import dev.overlap.text.program.WatchText;
import dev.overlap.ui.controls.ModalOverlay;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.controls.OpenDialog;

import javafx.animation.PauseTransition;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Asks before a program is run: shows what would run, where, and with which interpreter. All of it
 * can be changed. Cancel has the initial focus if a program is there, so that an accidental Enter
 * runs nothing.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ProgramSheet extends ModalOverlay {

    private static final Duration TYPING = Duration.millis(300);

    private final ProgramForm form;
    private final InterpreterFinder finder;
    private final StringProperty python;
    private final PauseTransition pause = new PauseTransition(TYPING);
    private Consumer<ProgramRequest> confirmed = _ -> {};

    /**
     * @param inbox runs on the JavaFX thread
     * @param python the interpreter that was chosen; empty for the one that is found
     */
    ProgramSheet(Executor background, Executor inbox, StringProperty python) {
        ProgramForm form = new ProgramForm();
        super("program-sheet", form);
        this.form = form;
        this.python = python;
        finder = new InterpreterFinder(background, inbox, form.interpreter()::setText);
        pause.setOnFinished(_ -> find());
        form.command().textProperty().subscribe((_, _) -> changed());
        form.folder().textProperty().subscribe((_, _) -> changed());
        form.hosts().textProperty().subscribe((_, _) -> changed());
        python.subscribe(this::pythonChanged);
        pythonChanged();
        form.run().setOnAction(_ -> confirm());
        form.cancel().setOnAction(_ -> hide());
        form.chooseFile().setOnAction(_ -> chooseFile(OpenDialog::programs));
        form.choosePython().setOnAction(_ -> choosePython(OpenDialog::interpreters));
        form.foundPython().setOnAction(_ -> python.set(""));
        form.command().addEventHandler(KeyEvent.KEY_PRESSED, this::enter);
    }

    /** Enter in the command runs it, as it does in a terminal. */
    private void enter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            form.run().fire();
            event.consume();
        }
    }

    /**
     * Shows the question.
     *
     * @param changed whether it was confirmed before it was changed
     * @param onRun receives what the user confirms
     */
    void ask(ProgramRequest proposed, boolean changed, Consumer<ProgramRequest> onRun) {
        confirmed = onRun;
        NodeVisibility.set(form.changed(), changed);
        form.command().setText(proposed.name());
        form.folder().setText(proposed.folder().toString());
        form.hosts().setText(String.join("\n", proposed.hosts()));
        form.rerun().setSelected(proposed.rerunOnSave());
        form.problem("");
        setAccessibleText(WatchText.TITLE + " " + proposed.name() + ". " + WatchText.MAY);
        Node first = proposed.command().isEmpty() ? form.command() : form.cancel();
        show(first);
        changed();
        find();
    }

    private void changed() {
        form.problem("");
        form.run().setDisable(form.command().getText().isBlank());
        pause.playFromStart();
    }

    private void pythonChanged() {
        NodeVisibility.set(form.foundPython(), !python.get().isEmpty());
        if (isShowing()) {
            find();
        }
    }

    private void find() {
        pause.stop();
        try {
            ProgramRequest now = request();
            form.rerun().setDisable(now.file() == null);
            finder.find(now);
        } catch (IllegalArgumentException e) {
            form.interpreter().setText(""); // said when it is to be run
        }
    }

    /** Returns what the fields say; throws with a sentence if that is nothing. */
    private ProgramRequest request() {
        List<String> command =
                CommandSplitter.split(form.command().getText(), ProgramRequest.ON_WINDOWS);
        Path folder = folder(form.folder().getText());
        List<String> hosts =
                form.hosts()
                        .getText()
                        .lines()
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList();
        boolean rerun = form.rerun().isSelected() && !form.rerun().isDisabled();
        ProgramRequest request =
                new ProgramRequest(command, folder, python.get(), List.of(), hosts, rerun);
        return request.with(finder.found(request));
    }

    private static Path folder(String typed) {
        try {
            Path folder = Path.of(typed.strip()).toAbsolutePath();
            if (Files.isDirectory(folder)) {
                return folder;
            }
        } catch (InvalidPathException _) {
            // no folder then
        }
        throw new IllegalArgumentException(WatchText.noFolder(typed.strip()));
    }

    private void confirm() {
        try {
            ProgramRequest request = request();
            if (request.command().isEmpty()) {
                throw new IllegalArgumentException(WatchText.NO_COMMAND);
            }
            VirtualHosts.of(request.hosts());
            hide();
            confirmed.accept(request);
        } catch (IllegalArgumentException e) {
            form.problem(String.valueOf(e.getMessage()));
        }
    }

    private void chooseFile(OpenDialog dialog) {
        Path file = dialog.ask(getScene().getWindow());
        if (file != null) {
            ProgramRequest chosen = ProgramRequest.of(file, python.get());
            form.folder().setText(chosen.folder().toString());
            form.command().setText(chosen.name());
        }
    }

    private void choosePython(OpenDialog dialog) {
        Path file = dialog.ask(getScene().getWindow());
        if (file != null) {
            python.set(file.toString());
        }
    }
}
