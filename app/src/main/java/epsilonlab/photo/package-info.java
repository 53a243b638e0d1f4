/**
 * Photos and the networks that name what is on them: pictures read and cropped as the exercise
 * does, classifiers as TorchScript files, attacks on them with every step reported, the smallest
 * epsilon and the controls.
 */
package epsilonlab.photo;
