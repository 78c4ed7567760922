/**
 * The execution of one task, how it is stopped and how it ends: {@link
 * dev.overlap.engine.task.TaskExecution}; and closing of several resources: {@link
 * dev.overlap.engine.task.Closer}.
 */
package dev.overlap.engine.task;
