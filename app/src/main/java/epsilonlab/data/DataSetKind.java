package epsilonlab.data;

import epsilonlab.engine.LabException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The data sets that the lab knows, and what their files must contain. */
enum DataSetKind {
  MNIST(
      "mnist",
      "MNIST",
      "mnist",
      digits(),
      List.of(
          "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
          "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
          "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
          "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")),
  FASHION_MNIST(
      "fashion-mnist",
      "Fashion-MNIST",
      "fashmnist",
      List.of(
          "T-shirt",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Boot"),
      List.of(
          "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
          "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
          "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
          "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34")),
  SYNTHETIC("synthetic", "Synthetic digits", "", digits(), List.of());

  final String id;
  final String title;

  /** What DJL's repository calls it. */
  final String artifact;

  final List<String> classNames;

  /** SHA-256 of the uncompressed official files, in the order of {@link IdxFiles#NAMES}. */
  final List<String> officialSha256;

  DataSetKind(
      String id,
      String title,
      String artifact,
      List<String> classNames,
      List<String> officialSha256) {
    this.id = id;
    this.title = title;
    this.artifact = artifact;
    this.classNames = classNames;
    this.officialSha256 = officialSha256;
  }

  private static List<String> digits() {
    return List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
  }

  /**
   * The kind that the command line calls {@code id}.
   *
   * @throws LabException if there is none
   */
  static DataSetKind of(String id) {
    return Arrays.stream(values())
        .filter(kind -> kind.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new LabException(
                    "There is no data set \""
                        + id
                        + "\"; choose one of "
                        + Arrays.stream(values())
                            .map(kind -> kind.id)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  /** The kind whose official training images have this SHA-256. */
  static Optional<DataSetKind> ofTrainImages(String sha256) {
    return Arrays.stream(values())
        .filter(kind -> !kind.officialSha256.isEmpty())
        .filter(kind -> kind.officialSha256.get(0).equals(sha256))
        .findFirst();
  }

  /** The data set made of the two parts, with the SHA-256 over their four files. */
  DataSet assemble(String source, IdxPart train, IdxPart test) {
    var digest = Digests.sha256();
    for (IdxPart part : List.of(train, test)) {
      digest.update(IdxFiles.imageHeader(part.labels().length));
      digest.update(part.pixels());
      digest.update(IdxFiles.labelHeader(part.labels().length));
      digest.update(part.labels());
    }
    return new DataSet(
        id,
        title,
        source,
        HexFormat.of().formatHex(digest.digest()),
        classNames,
        ImageSet.ofBytes(train.pixels(), train.labels()),
        ImageSet.ofBytes(test.pixels(), test.labels()));
  }
}
