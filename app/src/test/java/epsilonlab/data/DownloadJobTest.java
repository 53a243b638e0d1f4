package epsilonlab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.repository.RemoteRepository;
import ai.djl.repository.Repository;
import com.sun.net.httpserver.HttpServer;
import epsilonlab.engine.LabException;
import epsilonlab.job.JobContext;
import epsilonlab.job.JobHandle;
import epsilonlab.job.JobRunner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadJobTest {
  @TempDir Path folder;

  private Path cache;
  private String offlineBefore;
  private String djlCacheBefore;

  @BeforeEach
  void forbidTheNetworkAsTheLabDoes() {
    cache = folder.resolve("cache");
    offlineBefore = System.setProperty("ai.djl.offline", "true");
    // DJL remembers what a server told it
    djlCacheBefore = System.setProperty("DJL_CACHE_DIR", folder.resolve("djl").toString());
  }

  @AfterEach
  void restore() {
    assertEquals("true", System.getProperty("ai.djl.offline"), "forbidden again after the job");
    restore("ai.djl.offline", offlineBefore);
    restore("DJL_CACHE_DIR", djlCacheBefore);
  }

  private static void restore(String property, String value) {
    if (value == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }

  private DownloadJob job(Repository repository) throws Exception {
    List<String> sums = new ArrayList<>();
    for (byte[] content : IdxWriter.smallSet()) {
      sums.add(IdxWriter.sha256(List.of(content)));
    }
    return new DownloadJob(DataSetKind.MNIST, cache, repository, sums);
  }

  @Test
  void theFilesOfAMirrorComeIntoTheCache() throws Exception {
    Mirror mirror = new Mirror(folder.resolve("mirror")).withMnist(IdxWriter.smallSet());
    // a damaged copy in the cache is no obstacle
    Files.createDirectories(cache.resolve("mnist"));
    Files.write(cache.resolve("mnist/" + IdxWriter.TEST_IMAGES), new byte[3]);
    List<DownloadJob.Received> events = new ArrayList<>();

    List<String> offline = new ArrayList<>();
    DataSet got =
        job(mirror.repository())
            .run(
                JobContext.of(
                    event -> {
                      events.add(event);
                      offline.add(System.getProperty("ai.djl.offline", "allowed"));
                    }));

    assertEquals("downloaded by the lab", got.source());
    assertEquals(IdxWriter.sha256(IdxWriter.smallSet()), got.sha256());
    DataSet again = DataSets.cached(cache, "mnist").orElseThrow();
    assertEquals(got.sha256(), again.sha256());
    assertArrayEquals(got.test().images(0, 20), again.test().images(0, 20));
    assertEquals(List.of("mnist"), cached());
    try (Stream<Path> files = Files.list(cache.resolve("mnist"))) {
      assertEquals(4, files.count());
    }
    assertEquals(List.of("allowed"), offline.stream().distinct().toList());
    DownloadJob.Received last = events.get(events.size() - 1);
    assertEquals(last.total(), last.bytes());
    for (int i = 1; i < events.size(); i++) {
      assertTrue(events.get(i).bytes() > events.get(i - 1).bytes());
    }
  }

  @Test
  void otherContentsThanTheOfficialAreRefused() throws Exception {
    List<byte[]> contents = new ArrayList<>(IdxWriter.smallSet());
    contents.set(2, IdxWriter.someImages(20, 99));
    Mirror mirror = new Mirror(folder.resolve("mirror")).withMnist(contents);
    assertFails(
        "t10k-images-idx3-ubyte.gz from .*/mirror/ is not the official file of MNIST \\(its"
            + " SHA-256 differs\\); try again later, name a folder that holds the files with"
            + " --data, or use the built-in synthetic digits\\.",
        mirror.repository());
  }

  @Test
  void aTornFileIsRefused() throws Exception {
    Mirror mirror = new Mirror(folder.resolve("mirror")).withMnist(IdxWriter.smallSet());
    Path file = mirror.folder().resolve(Mirror.MNIST + "1.0/train-images-idx3-ubyte.gz");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertFails("train-images-idx3-ubyte.gz from .* is not the official .*", mirror.repository());
  }

  @Test
  void anUnreachableHostNamesTheOtherTwoWays() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    assertFails(
        "MNIST could not be downloaded from 127.0.0.1 \\(Connection refused\\); try again later,"
            + " name a folder that holds its files with --data, or use the built-in synthetic"
            + " digits\\.",
        remote("closed", "http://127.0.0.1:" + closed + "/"));
  }

  @Test
  void aMirrorWithoutTheDataSetOrTheFilesIsSaidSo() throws Exception {
    assertFails(
        "MNIST could not be downloaded from .*; try again later, name a folder .*",
        new Mirror(folder.resolve("empty")).repository());
    assertFails(
        "MNIST could not be downloaded from .* \\(a file is missing there\\); try again .*",
        new Mirror(folder.resolve("hollow"))
            .listing(List.of("1.0/a", "1.0/b", "1.0/c", "1.0/d"), List.of(1L, 1L, 1L, 1L))
            .repository());
  }

  @Test
  void aServerThatFallsSilentCanBeCancelled() throws Exception {
    Mirror mirror = new Mirror(folder.resolve("mirror")).withMnist(IdxWriter.smallSet());
    CountDownLatch over = new CountDownLatch(1);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath().substring(1);
          byte[] whole = Files.readAllBytes(mirror.folder().resolve(path));
          exchange.sendResponseHeaders(200, whole.length);
          boolean silent = path.endsWith(".gz");
          exchange.getResponseBody().write(whole, 0, silent ? 1000 : whole.length);
          exchange.getResponseBody().flush();
          if (silent) {
            awaitQuietly(over);
          }
          exchange.close();
        });
    server.start();
    CountDownLatch receiving = new CountDownLatch(1);
    try (JobRunner runner = new JobRunner()) {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      JobHandle<DataSet> handle =
          runner.submit(job(remote("silent", url)), event -> receiving.countDown());
      handle.future().whenComplete((result, failure) -> receiving.countDown());
      receiving.await();
      handle.cancel();
      // without the check the job would fail after its time limit instead
      assertThrows(CancellationException.class, () -> handle.future().join());
      assertEquals(JobHandle.State.CANCELLED, handle.state());
      assertEquals(List.of(), cached());
    } finally {
      over.countDown();
      server.stop(0);
    }
  }

  @Test
  void builtInDigitsAreNotDownloaded() {
    assertThrows(LabException.class, () -> new DownloadJob("synthetic", cache));
    assertFalse(DataSets.isDownloadable("synthetic"));
    assertTrue(DataSets.isDownloadable("fashion-mnist"));
  }

  @Test
  void theOfficialFilesAreAccepted() throws Exception {
    Path real = RealData.folder().resolve("mnist");
    List<String> uris =
        IdxWriter.names().stream()
            .map(name -> real.resolve(name + ".gz").toUri().toString())
            .toList();
    Mirror mirror =
        new Mirror(folder.resolve("mirror"))
            .listing(uris, List.of(9912422L, 28881L, 1648877L, 4542L));
    DataSet got = new DownloadJob("mnist", cache, mirror.repository()).run(JobContext.of(e -> {}));
    assertEquals(60_000, got.train().size());
    assertEquals(got.sha256(), DataSets.fromFolder(real, "mnist").sha256());
  }

  /** As DJL makes the repository of its own server; newInstance knows folders and archives. */
  private static Repository remote(String name, String url) {
    return new RemoteRepository(name, URI.create(url));
  }

  private void assertFails(String pattern, Repository repository) throws Exception {
    DownloadJob job = job(repository);
    String message =
        assertThrows(LabException.class, () -> job.run(JobContext.of(event -> {}))).getMessage();
    assertTrue(message.matches(pattern), message);
    assertEquals(List.of(), cached());
  }

  private List<String> cached() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
