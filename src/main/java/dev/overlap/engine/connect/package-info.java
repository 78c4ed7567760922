/**
 * Which address of a name a connection is opened to: {@link dev.overlap.engine.connect.ConnectRace}
 * tries them as RFC 8305 says, whoever opens the sockets.
 */
package dev.overlap.engine.connect;
