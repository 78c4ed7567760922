/**
 * Runs: connects models, workers and clients, starts and ends them. {@link
 * dev.overlap.engine.Engine} starts runs; {@link dev.overlap.engine.WorkerProcessMain} executes
 * tasks in a worker process.
 */
package dev.overlap.engine;
