/**
 * What HttpCore does not offer: sessions, connections and callbacks around others ({@link
 * dev.overlap.httpcore.ForwardingIOSession}), and parsers that keep to what RFC 9110 and 9112 say
 * about heads of responses ({@link dev.overlap.httpcore.ResponseRules}).
 */
package dev.overlap.httpcore;
