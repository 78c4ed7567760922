package dev.overlap.ui.lesson.form;

import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonDraft;
import dev.overlap.lesson.LessonProblem;
import dev.overlap.lesson.Observation;
import dev.overlap.lesson.claim.MeasuredRuns;
import dev.overlap.plan.Plan;
import dev.overlap.text.lesson.NewLessonText;
import dev.overlap.ui.controls.ModalOverlay;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The form for a new lesson, with a preview of its steps beside it. What was typed stays until a
 * lesson was saved.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class NewLessonPane extends ModalOverlay {

    private static final double WIDTH = 560;
    private static final double PREVIEW_WIDTH = 360;
    private static final double HEIGHT = 460;

    /** What the buttons do. */
    public interface Actions {

        /** Opens what was typed without saving it. */
        void attempt();

        /** Saves what was typed, once its claims were checked. */
        void save();

        /** Saves a lesson whose claims were checked. */
        void saveChecked(Lesson lesson);

        /** Ends a check in progress. */
        void cancelCheck();
    }

    private final LessonFields fields;
    private final LessonPreview preview = new LessonPreview();
    private final ScrollPane previewScroll = scrolling(preview, PREVIEW_WIDTH);
    private final ToggleButton previewToggle = new ToggleButton(NewLessonText.PREVIEW);
    private final Label problems = new Label();
    private final ClaimCheckPane check = new ClaimCheckPane();
    private final Actions actions;
    private final Supplier<Plan> plan;
    private final HBox form;
    private final Button attempt =
            button("new-lesson-try", NewLessonText.TRY, NewLessonText.TRY_HELP);
    private final Button save =
            button("new-lesson-save", NewLessonText.SAVE, NewLessonText.SAVE_HELP);
    private final Button cancel =
            button("new-lesson-cancel", NewLessonText.CANCEL, NewLessonText.CANCEL_HELP);
    private final Button back =
            button("new-lesson-back", NewLessonText.BACK, NewLessonText.BACK_HELP);

    /**
     * @param plan supplies the list, first model and settings of the lesson
     */
    public NewLessonPane(Supplier<Plan> plan, Actions actions) {
        VBox content = new VBox(10);
        super("new-lesson", content);
        this.plan = plan;
        this.actions = actions;
        fields = new LessonFields(this::changed);
        form = new HBox(12, scrolling(fields, WIDTH), previewScroll);
        form.getChildren().forEach(half -> HBox.setHgrow(half, Priority.ALWAYS));
        setAccessibleText(NewLessonText.FORM_TITLE);
        fill(content);
        wire();
        showForm();
    }

    private void fill(VBox content) {
        Label title = new Label(NewLessonText.FORM_TITLE);
        title.getStyleClass().add("pane-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        previewToggle.setId("new-lesson-preview-toggle");
        previewToggle.setAccessibleText(NewLessonText.PREVIEW_HELP);
        HBox head = new HBox(8, title, previewToggle);
        head.setAlignment(Pos.CENTER_LEFT);
        Label notice = new Label(NewLessonText.NOTICE);
        notice.getStyleClass().add("quiet");
        notice.setWrapText(true);
        notice.setPrefWidth(WIDTH); // the form decides how wide it all is
        problems.setId("new-lesson-problems");
        problems.getStyleClass().add("problem");
        problems.setWrapText(true);
        problems.managedProperty().bind(problems.textProperty().isNotEmpty());
        HBox row = new HBox(8, back, attempt, save, cancel);
        row.setAlignment(Pos.CENTER_RIGHT);
        content.getChildren().setAll(head, notice, form, check, problems, row);
        check.setPrefWidth(WIDTH);
    }

    private static ScrollPane scrolling(Region content, double width) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefSize(width, HEIGHT);
        return scroll;
    }

    private static Button button(String id, String words, String help) {
        Button button = new Button(words);
        button.setId(id);
        button.setAccessibleText(help);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void wire() {
        attempt.setOnAction(_ -> actions.attempt());
        save.setDefaultButton(true);
        cancel.setCancelButton(true);
        back.setOnAction(_ -> showForm());
        previewToggle.setSelected(true);
        previewToggle.selectedProperty().subscribe(this::changed);
    }

    /** Only what is in sight is kept up to date. */
    private void changed() {
        boolean shown = previewToggle.isSelected();
        NodeVisibility.set(previewScroll, shown);
        if (shown && isShowing()) {
            preview.show(draft());
        }
    }

    private void showForm() {
        show(form, true);
        show(check, false);
        save.setText(NewLessonText.SAVE);
        save.setDisable(false);
        save.setOnAction(_ -> actions.save());
        cancel.setText(NewLessonText.CANCEL);
        cancel.setAccessibleText(NewLessonText.CANCEL_HELP);
        cancel.setOnAction(_ -> hide());
    }

    private void show(Region page, boolean shown) {
        NodeVisibility.set(page, shown);
        if (page.equals(form)) {
            NodeVisibility.set(back, !shown);
            NodeVisibility.set(attempt, shown);
            NodeVisibility.set(previewToggle, shown);
        }
    }

    /**
     * Shows the form.
     *
     * @param models what to begin the models with, if nothing was typed yet
     * @param place what the chart shows
     */
    public void open(List<String> models, Observation place) {
        fields.begin(models, place);
        problems.setText("");
        showForm();
        show(fields.first());
        changed();
    }

    /** What was typed, for the list. */
    public LessonDraft draft() {
        return fields.draft(plan.get());
    }

    /** Shows what is wrong with what was typed. */
    public void reject(List<LessonProblem> found) {
        problems.setText(
                found.stream()
                        .map(LessonProblem::sentence)
                        .distinct()
                        .collect(Collectors.joining("\n")));
    }

    /** Shows why nothing can be checked now. */
    void refuse(String sentence) {
        problems.setText(sentence);
    }

    /** Shows how far the check of the claims is, in place of the form. */
    void showCheck(int done, int total) {
        problems.setText("");
        show(form, false);
        show(check, true);
        NodeVisibility.set(back, false);
        check.show(done, total);
        save.setDisable(true);
        cancel.setText(NewLessonText.STOP_CHECK);
        cancel.setAccessibleText(NewLessonText.STOP_CHECK_HELP);
        cancel.setOnAction(_ -> actions.cancelCheck());
    }

    /**
     * Shows what came of the check; the lesson may be saved all the same.
     *
     * @param fault why it broke off by itself; empty if it did not
     */
    void showChecked(Lesson lesson, MeasuredRuns runs, String fault) {
        boolean hold = check.show(lesson, runs, fault);
        NodeVisibility.set(back, true);
        save.setDisable(false);
        save.setText(hold ? NewLessonText.SAVE : NewLessonText.SAVE_ANYWAY);
        save.setOnAction(_ -> actions.saveChecked(lesson));
        save.requestFocus();
        cancel.setText(NewLessonText.CANCEL);
        cancel.setAccessibleText(NewLessonText.CANCEL_HELP);
        cancel.setOnAction(_ -> hide());
    }

    /** Shows the form again, as after a check that was stopped. */
    void showAgain() {
        if (isShowing()) {
            showForm();
            show(fields.first());
        }
    }

    /** Hides the form, and ends a check in progress. */
    @Override
    public void hide() {
        super.hide();
        actions.cancelCheck();
    }

    /** Forgets what was typed. */
    public void clear() {
        fields.clear();
    }
}
