/** The window: {@link dev.overlap.ui.MainWindow} wires its parts, one subpackage each. */
package dev.overlap.ui;
