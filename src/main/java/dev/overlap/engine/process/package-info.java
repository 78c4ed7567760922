/**
 * The parent's side of worker processes: {@link dev.overlap.engine.process.WorkerProcessPool}
 * starts and stops them; messages travel over a {@link dev.overlap.engine.process.MessageChannel}.
 */
package dev.overlap.engine.process;
