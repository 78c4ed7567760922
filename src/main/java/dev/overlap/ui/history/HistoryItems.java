package dev.overlap.ui.history;

import dev.overlap.session.history.HistoryEntry;
import dev.overlap.session.history.RunHistory;

import javafx.scene.image.Image;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the thumbnails of kept runs, each once.
 *
 * <p>Threads: one at a time, but not the JavaFX thread.
 */
final class HistoryItems {

    private final RunHistory history;
    private Map<String, Image> pictures = new HashMap<>();
    private boolean dark;

    HistoryItems(RunHistory history) {
        this.history = history;
    }

    List<HistoryItem> of(List<HistoryEntry> entries, boolean nowDark) {
        Map<String, Image> before = nowDark == dark ? pictures : Map.of();
        dark = nowDark;
        Map<String, Image> now = new HashMap<>();
        List<HistoryItem> items = new ArrayList<>();
        for (HistoryEntry entry : entries) {
            Image known = before.get(entry.id());
            Image picture = known == null ? read(entry.id()) : known;
            if (picture != null) {
                now.put(entry.id(), picture);
            }
            items.add(new HistoryItem(entry, picture, false));
        }
        pictures = now;
        return items;
    }

    private @Nullable Image read(String id) {
        byte[] png = history.thumbnail(id, dark);
        Image image = png == null ? null : new Image(new ByteArrayInputStream(png));
        return image == null || image.isError() ? null : image;
    }
}
