package epsilonlab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import epsilonlab.engine.LabException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RealDataTest {
  // by: cat <(zcat train-images*) <(zcat train-labels*) <(zcat t10k-images*) <(zcat t10k-labels*)
  // | sha256sum
  private static final String MNIST_SHA256 =
      "b2d8f5bf39174ee5ffeefa97e42d673c35432b411bb5d1f74fbbeddae7f1690a";
  private static final String FASHION_SHA256 =
      "14410854cf7a289477dcfc7df3f8ec24741e281cdcc425ede0d9a748ca630214";

  @Test
  void mnistIsTheOfficialOne() {
    DataSet mnist = DataSets.fromFolder(RealData.folder(), "mnist");
    assertEquals(60_000, mnist.train().size());
    assertEquals(10_000, mnist.test().size());
    assertArrayEquals(new int[] {7, 2, 1, 0, 4, 1, 4, 9, 5, 9}, mnist.test().slice(0, 10).labels());
    assertEquals(0.1307, mean(mnist.train()), 0.00005); // the constant that every tutorial has
    assertEquals(MNIST_SHA256, mnist.sha256());
  }

  @Test
  void fashionMnistIsTheOfficialOne() {
    DataSet fashion = DataSets.fromFolder(RealData.folder(), "fashion-mnist");
    assertEquals(60_000, fashion.train().size());
    assertEquals(10_000, fashion.test().size());
    assertEquals("Boot", fashion.classNames().get(fashion.test().label(0)));
    assertEquals(0.2860, mean(fashion.train()), 0.00005);
    assertEquals(FASHION_SHA256, fashion.sha256());
  }

  @Test
  void oneSetIsNotTakenForTheOther() {
    Path fashion = RealData.folder().resolve("fashion-mnist");
    assertEquals(
        "The files in "
            + fashion
            + " are those of Fashion-MNIST, not of MNIST; choose the data set fashion-mnist, or"
            + " name another folder.",
        assertThrows(LabException.class, () -> DataSets.fromFolder(fashion, "mnist")).getMessage());
  }

  private static double mean(ImageSet images) {
    double sum = 0;
    float[] image = new float[784];
    for (int i = 0; i < images.size(); i++) {
      images.copyImage(i, image, 0);
      for (float value : image) {
        sum += value;
      }
    }
    return sum / images.size() / 784;
  }
}
