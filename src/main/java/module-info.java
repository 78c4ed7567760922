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
    requires jdk.unsupported; // PDFBox frees mapped memory with it, as an automatic module
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
    requires okhttp3;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires org.snakeyaml.engine;
    requires org.apache.pdfbox;
    requires org.apache.fontbox;
    requires org.apache.pdfbox.io;
    requires org.apache
            .commons
            .logging; // PDFBox uses it without saying so: it is an automatic module

    uses dev.overlap.concurrency.ConcurrencyModel;
    uses dev.overlap.concurrency.ConcurrencyModel.Family;

    exports dev.overlap.ui to
            javafx.graphics;
    exports dev.overlap.chart to
            javafx.graphics;
    exports dev.overlap.training to
            javafx.graphics;

    opens dev.overlap.cli.options to
            info.picocli;
    opens dev.overlap.cli to
            info.picocli;

    provides dev.overlap.concurrency.ConcurrencyModel with
            dev.overlap.concurrency.Sequential,
            dev.overlap.concurrency.Threads,
            dev.overlap.concurrency.ThreadPool,
            dev.overlap.concurrency.VirtualThreads,
            dev.overlap.concurrency.ProcessPool,
            dev.overlap.concurrency.EventLoop,
            dev.overlap.concurrency.LoopOneByOne,
            dev.overlap.concurrency.BlockedLoop,
            dev.overlap.concurrency.LoopWaitsForItself,
            dev.overlap.concurrency.LoopOffload;
    provides dev.overlap.concurrency.ConcurrencyModel.Family with
            dev.overlap.concurrency.PythonModel.Family;
}
