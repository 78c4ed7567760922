/**
 * One task while a worker executes it: {@link dev.overlap.engine.task.TaskExecution} says how it is
 * stopped, and that it ends once.
 */
package dev.overlap.engine.task;
