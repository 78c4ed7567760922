/**
 * Additions to HttpCore for the lab and the clients: {@link
 * dev.overlap.httpcore.ForwardingIOSession}.
 */
package dev.overlap.httpcore;
