/**
 * The embedded HTTP server, {@link dev.overlap.lab.Lab}, whose behaviour is declared by the URL
 * alone, or by the name of the host that it plays.
 */
package dev.overlap.lab;
