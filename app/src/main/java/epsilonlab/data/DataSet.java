package epsilonlab.data;

import java.util.List;

/**
 * A data set, its two parts, and where it came from.
 *
 * @param id the name that the command line uses: "mnist", "fashion-mnist" or "synthetic"
 * @param title the name that people use, for example "Fashion-MNIST"
 * @param source where it came from, as a part of a sentence, for example "downloaded by the lab"
 * @param sha256 the SHA-256 (64 hexadecimal digits) over the uncompressed contents of training
 *     images, training labels, test images and test labels, in this order; for built-in digits over
 *     the same bytes as if they were IDX files
 * @param classNames the name of each class, by label
 * @param train the training part
 * @param test the test part
 */
public record DataSet(
    String id,
    String title,
    String source,
    String sha256,
    List<String> classNames,
    ImageSet train,
    ImageSet test) {}
