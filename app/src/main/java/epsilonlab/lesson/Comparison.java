package epsilonlab.lesson;

/**
 * A guess beside the truth.
 *
 * @param right whether the guess was right, or near enough
 * @param guess the guess in words
 * @param truth the truth in words
 * @param words how they differ, in a sentence
 */
public record Comparison(boolean right, String guess, String truth, String words) {}
