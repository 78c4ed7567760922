package dev.overlap.ui.lesson.form;

import dev.overlap.lesson.Observation;
import dev.overlap.text.lesson.NewLessonText;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;

/** What to look at: a row for each sentence, with the place that it is tied to. */
final class ObservationRows extends VBox {

    private final List<Row> rows = new ArrayList<>();
    private final VBox list = new VBox(4);
    private final Runnable changed;
    private Observation shown = new Observation("");
    private int created;

    private record Row(TextField say, PlaceMenu place) {

        Observation observation() {
            return place.of(say.getText().strip());
        }
    }

    /**
     * @param changed is called when anything was changed
     */
    ObservationRows(Runnable changed) {
        this.changed = changed;
        setSpacing(4);
        Button add = new Button(NewLessonText.ADD_ROW, new FontIcon(Feather.PLUS));
        add.setId("new-lesson-look-add");
        add.setAccessibleText(NewLessonText.ADD_ROW_HELP);
        add.setOnAction(_ -> added().say().requestFocus());
        getChildren().setAll(list, add);
        clear();
    }

    private Row added() {
        created++;
        String id = "new-lesson-look-" + created;
        TextField say = new TextField();
        say.setId(id);
        say.setAccessibleText(NewLessonText.LOOK_AT);
        say.textProperty().subscribe((_, _) -> changed.run());
        PlaceMenu place = new PlaceMenu(id + "-place", changed);
        place.offer(shown);
        Row row = new Row(say, place);
        rows.add(row);
        HBox line = new HBox(6, say, place);
        HBox.setHgrow(say, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().add(remove(id, row, line));
        list.getChildren().add(line);
        return row;
    }

    private Button remove(String id, Row row, HBox line) {
        Button remove = new Button("", new FontIcon(Feather.X));
        remove.setId(id + "-remove");
        remove.setAccessibleText(NewLessonText.REMOVE_ROW_HELP);
        remove.setOnAction(
                _ -> {
                    rows.remove(row);
                    list.getChildren().remove(line);
                    changed.run();
                });
        return remove;
    }

    /** Sets what the chart shows, for what is tied from now on. */
    void offer(Observation place) {
        shown = place;
        rows.forEach(row -> row.place().offer(place));
    }

    /** All of them, in order; some may say nothing. */
    List<Observation> observations() {
        return rows.stream().map(Row::observation).toList();
    }

    /** Begins anew, with an empty row. */
    void clear() {
        rows.clear();
        list.getChildren().clear();
        created = 0;
        Row _ = added();
        changed.run();
    }
}
