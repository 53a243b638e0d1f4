package epsilonlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"fashion-mnist, true", "fashion-mnist, false", "'', true", "'', false"})
  void theFolderAboveAndTheFilesThemselvesAreRead(String sub, boolean gzipped) throws Exception {
    IdxWriter.write(folder.resolve(sub), gzipped);
    DataSet set =
        DataSets.load(Optional.of(folder), "fashion-mnist", folder.resolve("no cache"), 0);
    assertEquals("fashion-mnist", set.id());
    assertEquals("Fashion-MNIST", set.title());
    assertEquals("Boot", set.classNames().get(9));
    assertEquals(30, set.train().size());
    assertEquals(20, set.test().size());
    assertEquals(7, set.test().label(1));
    assertEquals("local folder " + folder.resolve(sub).toAbsolutePath().normalize(), set.source());
    assertEquals(IdxWriter.sha256(IdxWriter.smallSet()), set.sha256());
  }

  @Test
  void namesWithADotAreFoundToo() throws IOException {
    IdxWriter.write(folder, false);
    for (String name : IdxWriter.names()) {
      Files.move(folder.resolve(name), folder.resolve(name.replace("-idx", ".idx")));
    }
    assertEquals(30, DataSets.fromFolder(folder, "mnist").train().size());
  }

  @Test
  void anExplicitFolderWithoutTheFilesIsNeverReplacedByAnotherSet() throws IOException {
    Path cache = folder.resolve("cache");
    IdxWriter.write(cache.resolve("mnist"), true);
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertEquals(
        empty
            + " has no train-images-idx3-ubyte[.gz], train-labels-idx1-ubyte[.gz],"
            + " t10k-images-idx3-ubyte[.gz], t10k-labels-idx1-ubyte[.gz]; copy the IDX files of"
            + " MNIST there, or name another folder.",
        failure(() -> DataSets.load(Optional.of(empty), "mnist", cache, 0)));
    assertTrue(
        failure(() -> DataSets.load(Optional.of(folder.resolve("none")), "mnist", cache, 0))
            .startsWith("There is no folder "));

    Path half = IdxWriter.write(folder.resolve("half/mnist"), true);
    Files.delete(half.resolve(IdxWriter.TEST_IMAGES + ".gz"));
    assertEquals(
        half
            + " has no t10k-images-idx3-ubyte[.gz]; copy the IDX files of MNIST there, or name"
            + " another folder.",
        failure(() -> DataSets.fromFolder(folder.resolve("half"), "mnist")));
  }

  @Test
  void withoutAFolderTheCacheIsReadAndThenTheBuiltInDigits() throws IOException {
    IdxWriter.write(folder.resolve("mnist"), true);
    DataSet cached = DataSets.load(Optional.empty(), "mnist", folder, 0);
    assertEquals("mnist", cached.id());
    assertEquals("downloaded by the lab", cached.source());
    assertEquals(30, cached.train().size());

    DataSet builtIn = DataSets.load(Optional.empty(), "fashion-mnist", folder, 0);
    assertEquals("synthetic", builtIn.id());
    assertEquals("built in, because there is no Fashion-MNIST on this machine", builtIn.source());
    assertEquals(60_000, builtIn.train().size());
    assertEquals(10_000, builtIn.test().size());
  }

  @Test
  void damageInTheCacheIsNotHidden() throws IOException {
    Path mnist = IdxWriter.write(folder.resolve("mnist"), true);
    Files.write(mnist.resolve(IdxWriter.TEST_LABELS + ".gz"), new byte[0]);
    assertEquals(
        IdxWriter.TEST_LABELS + ".gz is empty; copy or download it again.",
        failure(() -> DataSets.load(Optional.empty(), "mnist", folder, 0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cifar", "MNIST", ""})
  void anUnknownNameGetsTheListOfNames(String name) {
    assertEquals(List.of("mnist", "fashion-mnist", "synthetic"), DataSets.names());
    assertEquals(
        "There is no data set \"" + name + "\"; choose one of mnist, fashion-mnist, synthetic.",
        failure(() -> DataSets.load(Optional.empty(), name, folder, 0)));
  }

  private static String failure(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(LabException.class, call).getMessage();
  }
}
