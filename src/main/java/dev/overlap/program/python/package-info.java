/**
 * Python interpreters: which one runs a program, what it can do, and which certificates it trusts.
 */
package dev.overlap.program.python;
