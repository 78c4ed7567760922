package dev.overlap.ui.settings;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.EventLoop;
import dev.overlap.text.WindowText;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Chooses the concurrency model; each has its explanation in the list. */
public final class ModelBox extends ComboBox<ConcurrencyModel> {

    private @Nullable String missing;
    private @Nullable ConcurrencyModel instead;

    public ModelBox() {
        setId("model");
        setAccessibleText(WindowText.MODEL_ACCESSIBLE);
        setTooltip(new Tooltip(WindowText.MODEL_HELP));
        getItems().setAll(ConcurrencyModel.all());
        setCellFactory(_ -> new ModelCell());
        setButtonCell(ModelCell.closed());
        setValue(first(getItems()));
        setVisibleRowCount(12);
    }

    /** The event loop is selected at first: the program is mainly about this model. */
    private static ConcurrencyModel first(List<ConcurrencyModel> models) {
        return models.stream()
                .filter(candidate -> candidate.id().equals(EventLoop.ID))
                .findFirst()
                .orElse(models.getFirst());
    }

    /**
     * Offers further models, below those that are there. One that was to be selected before it was
     * offered is selected, unless something else was meanwhile.
     */
    public void offer(List<? extends ConcurrencyModel> further) {
        getItems().addAll(further);
        if (getValue().equals(instead)) {
            choose(missing);
        }
    }

    /**
     * Selects a model by id. An id that is not offered yet changes nothing for now, and null
     * nothing at all.
     */
    public void choose(@Nullable String id) {
        missing = id;
        instead = getValue();
        getItems().stream().filter(it -> it.id().equals(id)).forEach(this::setValue);
    }
}
