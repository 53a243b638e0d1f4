package epsilonlab.ui.attack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitChoiceTest {
  @TempDir Path folder;
  private Lab lab;
  private DigitChoice digits;

  @BeforeEach
  void open() {
    lab = new Lab(folder);
    digits = new DigitChoice(lab.session);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private int index() {
    return digits.digit().get().index();
  }

  private int[] offered() {
    return digits.offered().get();
  }

  private void withModel() {
    lab.session.useData(Lab.data(200));
    lab.session.model().set(lab.addModel("rows", 20));
    lab.until(() -> offered().length < 200);
  }

  @Test
  void nothingIsOfferedWithoutData() {
    assertEquals(0, offered().length);
    digits.step(1);
    digits.random();
    digits.search("3");
    assertEquals(null, digits.digit().get());
  }

  @Test
  void filtersByClassAndByWhatTheModelGetsRight() {
    lab.session.useData(Lab.data(200));
    assertEquals(200, offered().length, "nothing is known to be wrong yet");
    lab.session.model().set(lab.addModel("rows", 20));
    lab.until(() -> offered().length == 198);
    assertTrue(Arrays.stream(offered()).noneMatch(i -> i == 99 || i == 199));
    digits.classFilter().set(0);
    assertArrayEquals(IntStream.range(0, 20).map(i -> 10 * i).toArray(), offered());
    digits.onlyCorrect().set(false);
    assertEquals(22, offered().length);
    assertTrue(Arrays.stream(offered()).anyMatch(i -> i == 99));
  }

  @Test
  void anotherModelForgetsWhatTheFirstGotRight() {
    withModel();
    // its scores are upside down, so it is wrong about every digit but the two mislabelled ones,
    // which it may call a 0
    lab.session.model().set(lab.addModel("upside down", -20));
    assertEquals(200, offered().length);
    lab.until(() -> offered().length < 100);
    assertTrue(Arrays.stream(offered()).allMatch(i -> i % 100 == 99));
  }

  @Test
  void stepsStayAmongTheOfferedAndAtTheEnds() {
    withModel();
    digits.classFilter().set(9);
    digits.choose(89);
    digits.step(1);
    assertEquals(109, index(), "99 is labelled 0");
    digits.step(-1);
    assertEquals(89, index());
    digits.choose(50);
    digits.step(-1);
    assertEquals(49, index(), "from a digit that is not offered to the nearest below");
    digits.choose(50);
    digits.step(1);
    assertEquals(59, index());
    digits.choose(9);
    digits.step(-1);
    assertEquals(9, index());
    digits.choose(189);
    digits.step(1);
    assertEquals(189, index());
    for (int i = 0; i < 20; i++) {
      digits.random();
      assertEquals(9, digits.digit().get().label());
    }
  }

  @Test
  void aSearchFindsOrSaysWhatCanBeTyped() {
    lab.session.useData(Lab.data(200));
    digits.search(" 42 ");
    assertEquals(42, index());
    assertEquals("", digits.complaint().get());
    for (String wrong : new String[] {"200", "-1", "seven", "4.5", "99999999999"}) {
      digits.search(wrong);
      assertEquals("There is no digit “" + wrong + "”: type 0 to 199.", digits.complaint().get());
      assertEquals(42, index());
    }
    digits.search("");
    assertEquals("", digits.complaint().get());
  }

  @Test
  void theChoiceIsRememberedAndCutToSmallerData() {
    lab.session.useData(Lab.data(200));
    digits.choose(137);
    digits.classFilter().set(7);
    digits.onlyCorrect().set(false);
    lab.settings.save();
    try (Lab again = new Lab(folder)) {
      DigitChoice reopened = new DigitChoice(again.session);
      again.session.useData(Lab.data(200));
      assertEquals(137, reopened.digit().get().index());
      assertEquals(7, reopened.classFilter().get());
      assertFalse(reopened.onlyCorrect().get());
      assertEquals(20, reopened.offered().get().length);
      again.session.useData(Lab.data(100));
      assertEquals(99, reopened.digit().get().index());
    }
  }

  @Test
  void theNetworkNamesADrawnDigit() {
    withModel();
    float[] drawn = new float[784];
    Arrays.fill(drawn, 6 * 28, 8 * 28, 1);
    digits.draw(drawn);
    lab.until(() -> digits.digit().get().isDrawn());
    assertEquals(3, digits.digit().get().label());
    assertArrayEquals(drawn, digits.digit().get().images().image(0));
    digits.step(1);
    assertEquals(0, index(), "from the drawing back to the first");
  }
}
