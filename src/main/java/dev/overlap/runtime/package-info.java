/** The lab and an engine that knows it, wired: {@link dev.overlap.runtime.LabAndEngine}. */
package dev.overlap.runtime;
