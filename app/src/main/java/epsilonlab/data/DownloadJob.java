package epsilonlab.data;

import ai.djl.Application;
import ai.djl.basicdataset.BasicDatasets;
import ai.djl.repository.Artifact;
import ai.djl.repository.MRL;
import ai.djl.repository.Repository;
import com.google.gson.JsonParseException;
import epsilonlab.engine.LabException;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLConnection;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Downloads MNIST or Fashion-MNIST from DJL's repository into the lab's cache. All or nothing: the
 * files appear in the cache together, and only if their uncompressed contents have the SHA-256 of
 * the official ones (DJL's server compresses them anew).
 *
 * <p>DJL's repository says where the files are; the bytes are streamed here. DJL's own {@code
 * Mnist.prepare} would read from the network without a time limit, so that it could not be
 * cancelled while a server is silent, would keep the files in DJL's cache instead of the lab's, and
 * would decode them into the engine's memory.
 */
public final class DownloadJob implements Job<DownloadJob.Received, DataSet> {
  static final String SOURCE = "downloaded by the lab";

  /** The names of the files in DJL's metadata, in the order of {@link IdxFiles#NAMES}. */
  private static final List<String> ITEMS =
      List.of("train_data", "train_labels", "test_data", "test_labels");

  private static final int SILENCE_MILLIS = 30_000;
  private static final int CHUNK = 1 << 15;

  /** No file of a data set is larger; a server that sends more is not the right one. */
  private static final long MOST_BYTES = 100L << 20;

  private final DataSetKind kind;
  private final Path cacheDir;
  private final Repository repository;
  private final List<String> expected;

  /**
   * How far the download is.
   *
   * @param file the file that is being received
   * @param bytes bytes received so far, of all files
   * @param total bytes of all files
   */
  public record Received(String file, long bytes, long total) {}

  /** Downloads from DJL's own server. */
  public DownloadJob(String dataset, Path cacheDir) {
    this(dataset, cacheDir, BasicDatasets.REPOSITORY);
  }

  /**
   * Downloads from a mirror.
   *
   * @param dataset "mnist" or "fashion-mnist"
   * @param cacheDir the files go into a folder in it, named like the data set
   * @param repository a folder laid out like DJL's server, by {@code Repository.newInstance}, or
   *     another server, by {@code new RemoteRepository}
   * @throws LabException if this data set is none that is downloaded
   */
  public DownloadJob(String dataset, Path cacheDir, Repository repository) {
    this(DataSetKind.of(dataset), cacheDir, repository, DataSetKind.of(dataset).officialSha256);
  }

  DownloadJob(DataSetKind kind, Path cacheDir, Repository repository, List<String> expected) {
    if (expected.isEmpty()) {
      throw new LabException(
          "The " + kind.title.toLowerCase(Locale.ROOT) + " are built in and need no download.");
    }
    this.kind = kind;
    this.cacheDir = cacheDir;
    this.repository = repository;
    this.expected = expected;
  }

  @Override
  public String name() {
    return "Download " + kind.title;
  }

  /**
   * Downloads, checks and reads the data set. A copy in the cache is replaced.
   *
   * @throws LabException if the server cannot be reached, or sends other files than the official
   */
  @Override
  public DataSet run(JobContext<Received> context) {
    try (CacheFolder folder = CacheFolder.create(cacheDir, kind.id)) {
      try (Waiting waiting = new Waiting(context, SILENCE_MILLIS)) {
        OnlinePeriod.during(() -> fetchAll(folder.temporary(), waiting, context));
      } catch (IOException | JsonParseException unreachable) {
        throw new LabException(
            String.format(
                Locale.ROOT,
                "%s could not be downloaded from %s (%s); try again later, name a folder that holds"
                    + " its files with --data, or use the built-in synthetic digits.",
                kind.title,
                place(),
                reason(unreachable)),
            unreachable);
      }
      context.check();
      DataSet loaded = LocalFolder.readFiles(folder.temporary(), kind, SOURCE);
      folder.keep();
      context.progress(1);
      return loaded;
    }
  }

  private void fetchAll(Path folder, Waiting waiting, JobContext<Received> context)
      throws IOException {
    Artifact artifact = waiting.call(this::locate);
    long total = 0;
    for (String key : ITEMS) {
      Artifact.Item item = artifact.getFiles().get(key);
      if (item == null || item.getUri() == null) {
        throw new IOException("its list of files lacks " + key);
      }
      total += Math.max(0, item.getSize());
    }
    long before = 0;
    for (int i = 0; i < ITEMS.size(); i++) {
      URI uri = absolute(artifact, artifact.getFiles().get(ITEMS.get(i)));
      Path file = folder.resolve(IdxFiles.NAMES.get(i) + ".gz");
      before = fetch(uri, file, waiting, context, before, total);
      checkSum(file, expected.get(i), context);
    }
  }

  private Artifact locate() throws IOException {
    MRL mrl = repository.dataset(Application.CV.ANY, BasicDatasets.GROUP_ID, kind.artifact, "1.0");
    Artifact artifact = mrl.getDefaultArtifact();
    if (artifact == null) {
      throw new IOException("it is not in the repository");
    }
    return artifact;
  }

  private URI absolute(Artifact artifact, Artifact.Item item) {
    URI base = repository.getBaseUri().resolve(artifact.getMetadata().getRepositoryUri());
    return base.resolve(item.getUri());
  }

  private long fetch(
      URI uri, Path file, Waiting waiting, JobContext<Received> context, long before, long total)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    long received = 0;
    InputStream in = waiting.call(() -> connect(uri));
    try (OutputStream out = Files.newOutputStream(file)) {
      int read;
      while ((read = waiting.call(() -> in.read(chunk))) >= 0) {
        received += read;
        if (received > MOST_BYTES) {
          throw new IOException(file.getFileName() + " is far too long there");
        }
        out.write(chunk, 0, read);
        long soFar = before + received;
        context.progress(total == 0 ? 0 : (double) soFar / total);
        context.emit(new Received(file.getFileName().toString(), soFar, Math.max(total, soFar)));
      }
    } finally {
      waiting.closeLater(in);
    }
    return before + received;
  }

  private static InputStream connect(URI uri) throws IOException {
    URLConnection connection = uri.toURL().openConnection();
    connection.setConnectTimeout(SILENCE_MILLIS);
    connection.setReadTimeout(SILENCE_MILLIS);
    return connection.getInputStream();
  }

  private void checkSum(Path file, String sha256, JobContext<Received> context) {
    var digest = Digests.sha256();
    try (InputStream in = IdxFiles.open(file)) {
      byte[] bytes = new byte[1 << 16];
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        context.check();
        digest.update(bytes, 0, read);
      }
    } catch (IOException torn) {
      throw wrongFile(file, torn);
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
      throw wrongFile(file, null);
    }
  }

  private LabException wrongFile(Path file, IOException cause) {
    return new LabException(
        String.format(
            Locale.ROOT,
            "%s from %s is not the official file of %s (its SHA-256 differs); try again later, name"
                + " a folder that holds the files with --data, or use the built-in synthetic"
                + " digits.",
            file.getFileName(),
            place(),
            kind.title),
        cause);
  }

  private String place() {
    URI uri = repository.getBaseUri();
    return uri.getHost() == null ? uri.toString() : uri.getHost();
  }

  private static String reason(Exception failure) {
    if (failure instanceof UnknownHostException) {
      return "no connection, or no such server";
    }
    if (failure instanceof FileNotFoundException || failure instanceof NoSuchFileException) {
      return "a file is missing there";
    }
    if (failure instanceof JsonParseException || failure.getMessage() == null) {
      return "the answer makes no sense";
    }
    return failure.getMessage().lines().findFirst().orElse("").strip();
  }
}
