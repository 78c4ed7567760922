package dev.overlap.engine.resource;

import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Purpose;

/**
 * A claim of one task, waiting or granted.
 *
 * @param onGrant runs when it is granted after a wait, on any thread and without a lock
 * @param use its record in the trace
 */
record WaitingClaim(
        SharingTask task,
        ResourceState resource,
        Purpose purpose,
        SharedResources.Grant onGrant,
        ResourceTrack.Use use) {}
