package dev.overlap.engine.resource;

import dev.overlap.trace.ResourceTrack;

/**
 * A claim of one task, waiting or granted.
 *
 * @param task the index of the task
 * @param onGrant runs when it is granted after a wait, on any thread and without a lock
 * @param use its record in the trace
 */
record TaskClaim(int task, Claim claim, GrantListener onGrant, ResourceTrack.Use use) {}
