package epsilonlab.data;

import java.util.List;

/** Stand-in. */
public record DataSet(
    String id,
    String title,
    String source,
    String sha256,
    List<String> classNames,
    ImageSet train,
    ImageSet test) {}
