package epsilonlab.defence;

/**
 * What a defended network made of images, attacked or not.
 *
 * @param images one row of pixels in [0, 1] an image
 * @param answers one a picture
 * @param accuracy the fraction of right answers
 */
public record Attacked(float[][] images, int[] answers, double accuracy) {}
