/** What HttpCore does not offer: {@link dev.overlap.httpcore.ForwardingIOSession}. */
package dev.overlap.httpcore;
