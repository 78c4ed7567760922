/**
 * Executes the steps of a task one after another: by blocking calls ({@link
 * dev.overlap.engine.step.BlockingStepRunner}), or cooperatively on an event loop ({@link
 * dev.overlap.engine.step.LoopStepRunner}).
 */
package dev.overlap.engine.step;
