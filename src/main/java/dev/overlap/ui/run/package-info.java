/** The run of the window ({@link dev.overlap.ui.run.RunController}) and the panes that show it. */
package dev.overlap.ui.run;
