package dev.overlap.lesson;

/**
 * A problem of a lesson file.
 *
 * @param line where, from 1
 * @param sentence the problem and its solution
 */
public record LessonProblem(int line, String sentence) {}
