/**
 * The window: {@link dev.overlap.ui.MainWindow} wires its parts, each of which is a package below.
 */
package dev.overlap.ui;
