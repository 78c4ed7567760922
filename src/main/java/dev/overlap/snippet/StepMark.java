package dev.overlap.snippet;

/**
 * The step that a line of a program belongs to.
 *
 * @param function the index of the function of the task
 * @param step the index among the steps of the task in the order of the text
 */
record StepMark(int function, int step) {}
