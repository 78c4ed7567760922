/**
 * Additions to HttpCore for the lab and the clients: sessions, connections and callbacks around
 * others ({@link dev.overlap.httpcore.ForwardingIOSession}), and parsers that keep to the rules of
 * RFC 9110 and 9112 for heads of responses ({@link dev.overlap.httpcore.ResponseRules}).
 */
package dev.overlap.httpcore;
