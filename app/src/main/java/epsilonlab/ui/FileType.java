package epsilonlab.ui;

import java.util.List;

/**
 * A kind of file in a file dialog.
 *
 * @param name for example "PNG picture"
 * @param patterns for example {@code *.png}
 */
public record FileType(String name, List<String> patterns) {}
