package epsilonlab.data;

import ai.djl.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A DJL repository in a local folder, laid out like DJL's own server. */
final class Mirror {
  static final String MNIST = "dataset/cv/ai/djl/basicdataset/mnist/";

  private static final List<String> ITEMS =
      List.of("train_data", "train_labels", "test_data", "test_labels");

  private final Path folder;

  /** A mirror with no data set in it. */
  Mirror(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Adds MNIST with these files; each uri may be absolute, or relative to the metadata. */
  Mirror listing(List<String> uris, List<Long> sizes) throws IOException {
    StringBuilder files = new StringBuilder();
    for (int i = 0; i < uris.size(); i++) {
      files
          .append(i == 0 ? "" : ",")
          .append('"' + ITEMS.get(i) + "\":{\"uri\":\"" + uris.get(i) + "\",")
          .append("\"sha1Hash\":\"0\",\"size\":" + sizes.get(i) + "}");
    }
    Path metadata = folder.resolve(MNIST + "metadata.json");
    Files.createDirectories(metadata.getParent());
    Files.writeString(
        metadata,
        "{\"metadataVersion\":\"0.2\",\"resourceType\":\"dataset\",\"application\":\"cv\","
            + "\"groupId\":\"ai.djl.basicdataset\",\"artifactId\":\"mnist\",\"name\":\"MNIST\","
            + "\"artifacts\":[{\"version\":\"1.0\",\"snapshot\":false,\"files\":{"
            + files
            + "}}]}");
    return this;
  }

  /** Adds MNIST with the given uncompressed contents. */
  Mirror withMnist(List<byte[]> contents) throws IOException {
    Path version = Files.createDirectories(folder.resolve(MNIST + "1.0"));
    List<String> uris = IdxWriter.names().stream().map(name -> "1.0/" + name + ".gz").toList();
    List<Long> sizes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Path file = version.resolve(IdxWriter.names().get(i) + ".gz");
      sizes.add(Files.size(Files.write(file, IdxWriter.gzip(contents.get(i)))));
    }
    return listing(uris, sizes);
  }

  Path folder() {
    return folder;
  }

  Repository repository() {
    return Repository.newInstance("mirror", folder);
  }
}
