/** Turns the events of the processes of a program into one trace. */
package dev.overlap.protocol.recording;
