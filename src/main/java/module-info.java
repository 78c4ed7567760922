import org.jspecify.annotations.NullMarked;

/**
 * Overlap: runs real requests under several concurrency models and draws what every one waits for.
 */
@NullMarked
module dev.overlap {
    requires static org.jspecify;
    requires java.desktop;
    requires java.logging;
    requires java.management;
    requires jdk.net; // HttpCore uses it without saying so: it is an automatic module
    requires jdk.management; // tells how many files may be open
    requires org.slf4j;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.apache.httpcomponents.core5.httpcore5.h2;
    requires javafx.controls;
    requires org.controlsfx.controls;
    requires atlantafx.base;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;
    requires info.picocli;
    requires de.siegmar.fastcsv;
    requires tools.jackson.databind;
    requires org.snakeyaml.engine;

    uses dev.overlap.model.ConcurrencyModel;

    exports dev.overlap.ui to
            javafx.graphics;
    exports dev.overlap.chart to
            javafx.graphics;

    opens dev.overlap.cli to
            info.picocli;

    provides dev.overlap.model.ConcurrencyModel with
            dev.overlap.model.Sequential,
            dev.overlap.model.Threads,
            dev.overlap.model.ThreadPool,
            dev.overlap.model.VirtualThreads,
            dev.overlap.model.ProcessPool,
            dev.overlap.model.EventLoop,
            dev.overlap.model.LoopOneByOne,
            dev.overlap.model.BlockedLoop,
            dev.overlap.model.LoopWaitsForItself,
            dev.overlap.model.LoopOffload;
}
