package epsilonlab.report.capsule;

/**
 * How far a student has come in a lesson.
 *
 * @param id the lesson's
 * @param progress what {@link epsilonlab.lesson.run.LessonProgress#text} gives
 */
public record LessonState(String id, String progress) {}
