package dev.overlap.ui.history;

import dev.overlap.plan.SiteList;
import dev.overlap.report.RunReport.Look;
import dev.overlap.session.Recording;
import dev.overlap.session.Session;

/** What kept runs and opened files need of the window. Threads: JavaFX thread only. */
interface HistoryWindow {

    /**
     * Shows a run or comparison.
     *
     * @param origin where it comes from and when it was made, in words; empty to leave that out
     * @return false, after saying why, if it cannot be shown now
     */
    boolean show(Session session, String origin);

    /** Whether the window shows what was run as this. */
    boolean shows(Recording recording);

    /**
     * Whether the window shows this of itself when it opens: it has neither run nor shown anything,
     * and what it shows beside is not about something else.
     */
    boolean isFreshFor(Recording recording);

    /** Takes a list in place of the window's. */
    void useAsList(SiteList list);

    /** The look of exported images. */
    Look look();

    /** Shows a sentence. */
    void say(String sentence);
}
