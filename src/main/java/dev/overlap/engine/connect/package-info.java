/**
 * Chooses the address of a name to connect to: {@link dev.overlap.engine.connect.ConnectRace}
 * implements RFC 8305, independently of how sockets are opened.
 */
package dev.overlap.engine.connect;
