/** Saving and copying pictures and tables from the window. */
package dev.overlap.ui.export;
