package dev.overlap.lesson;

/**
 * What is wrong with the file of a lesson.
 *
 * @param line where, from 1
 * @param sentence what is wrong there, and what would be right
 */
public record LessonProblem(int line, String sentence) {}
