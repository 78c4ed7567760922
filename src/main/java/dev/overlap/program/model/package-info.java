/**
 * Runs lists under CPython: the programs that stand for the models, watched, beside the models of
 * Overlap itself.
 */
package dev.overlap.program.model;
