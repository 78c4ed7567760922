/** A person's own program: started, watched through the events that it tells, and stopped. */
package dev.overlap.program;
