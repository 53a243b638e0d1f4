package epsilonlab.defence;

import java.util.List;

/**
 * The whole gallery.
 *
 * @param clean accuracy of the network without any defence, in [0, 1]
 * @param bare its accuracy under plain PGD
 * @param rows one for each defence
 */
public record Gallery(double clean, double bare, List<GalleryRow> rows) {}
