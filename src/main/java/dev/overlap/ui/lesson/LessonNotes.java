package dev.overlap.ui.lesson;

import dev.overlap.text.lesson.LessonStepText;

import javafx.scene.control.TitledPane;

/**
 * The presenter's notes, folded. They may hold the answer, so their text is in the window only
 * while they are unfolded.
 */
final class LessonNotes extends TitledPane {

    LessonNotes(String notes) {
        setText(LessonStepText.NOTES_TITLE);
        setId("lesson-notes");
        setAnimated(false);
        setExpanded(false);
        expandedProperty()
                .subscribe(
                        unfolded ->
                                setContent(
                                        LessonNodes.text(
                                                "lesson-notes-text", unfolded ? notes : "")));
    }
}
