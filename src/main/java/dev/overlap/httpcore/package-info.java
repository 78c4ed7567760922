/**
 * Additions to HttpCore for the lab and the clients: forwarding sessions and connections ({@link
 * dev.overlap.httpcore.ForwardingIOSession}), and parsers that enforce the rules of RFC 9110 and
 * 9112 for response heads ({@link dev.overlap.httpcore.ResponseRules}).
 */
package dev.overlap.httpcore;
