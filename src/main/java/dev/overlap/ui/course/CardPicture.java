package dev.overlap.ui.course;

import dev.overlap.lesson.course.LessonPicture;
import dev.overlap.plan.SiteList;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.util.List;

/**
 * The picture of a card: the last run of the lesson on this machine. Before there is one, the first
 * lines of its list, which the question names too: any drawing would give the answer away.
 *
 * <p>Threads: JavaFX thread only.
 */
final class CardPicture extends StackPane {

    private static final int MAX_LINES = 4;

    private final ImageView run = new ImageView();
    private final Node list;
    private LessonPicture shown = LessonPicture.NONE;
    private boolean shownDark;

    CardPicture(SiteList sites) {
        list = list(sites);
        getStyleClass().add("card-picture");
        setMouseTransparent(true);
        run.setPreserveRatio(true);
        run.fitWidthProperty().bind(widthProperty().subtract(2));
        run.fitHeightProperty().bind(heightProperty().subtract(2));
        run.setSmooth(true);
        getChildren().setAll(list);
    }

    private static VBox list(SiteList sites) {
        VBox list = new VBox();
        list.getStyleClass().add("card-list");
        list.setAlignment(Pos.CENTER_LEFT);
        List<String> lines =
                sites.lines().stream()
                        .map(line -> line.text().strip())
                        .filter(text -> !text.isEmpty() && !text.startsWith("#"))
                        .toList();
        boolean fits = lines.size() <= MAX_LINES;
        lines.stream()
                .limit(fits ? MAX_LINES : MAX_LINES - 1)
                .forEach(text -> list.getChildren().add(quiet(text)));
        if (!fits) {
            list.getChildren().add(quiet("\u2026"));
        }
        return list;
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        return label;
    }

    /**
     * Shows the picture of the lesson's run.
     *
     * @param picture null if it has not run
     */
    void show(@Nullable LessonPicture picture, boolean dark) {
        LessonPicture now = picture == null ? LessonPicture.NONE : picture;
        if (now.equals(shown) && dark == shownDark) {
            return;
        }
        shown = now;
        shownDark = dark;
        Image image = now.isEmpty() ? null : image(now.png(dark));
        run.setImage(image);
        getChildren().setAll(image == null ? list : run);
    }

    private static @Nullable Image image(byte[] png) {
        Image image = new Image(new ByteArrayInputStream(png));
        return image.isError() ? null : image;
    }
}
