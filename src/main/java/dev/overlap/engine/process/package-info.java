/**
 * Worker processes as their parent sees them: {@link dev.overlap.engine.process.WorkerProcessPool}
 * starts them and shares what they share; messages travel over a {@link
 * dev.overlap.engine.process.MessageChannel}.
 */
package dev.overlap.engine.process;
