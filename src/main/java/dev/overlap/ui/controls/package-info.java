/**
 * Small controls and dialogs, and {@link dev.overlap.ui.controls.FxExecutor}, the one class that
 * calls {@code Platform.runLater}.
 */
package dev.overlap.ui.controls;
