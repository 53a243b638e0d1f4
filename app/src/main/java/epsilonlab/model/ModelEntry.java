package epsilonlab.model;

import java.nio.file.Path;

/**
 * A model in the library.
 *
 * @param id unique and readable, for example {@code small-cnn-1}; it never changes
 * @param card what is known of it
 * @param file its weights, with the card in them
 * @param sha256 of the tensors' bytes, in hexadecimal; the same after a change of name
 */
public record ModelEntry(String id, ModelCard card, Path file, String sha256) {}
