package epsilonlab.evaluation.diagnosis;

/**
 * An image at which an attack asked its network something.
 *
 * @param image its pixels
 * @param gradient the gradient that it got, or null if it got none that could be seen
 */
record Sighting(float[] image, Slope gradient) {}
