package epsilonlab.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

class ClassNamesTest {
  @TempDir Path folder;
  private final ClassNames names = ClassNames.imageNet();

  private String complaint(String text) {
    return assertThrows(LabException.class, () -> names.index(text)).getMessage();
  }

  @Test
  void theBuiltInLabelsAreThoseOfImageNet() {
    assertEquals(1000, names.size());
    // as the exercise, Keras and torchvision number them
    assertEquals("tench", names.label(0));
    assertEquals("tusker", names.label(101));
    assertEquals("African_elephant", names.label(386));
    assertEquals("bullet_train", names.label(466));
    assertEquals("toilet_tissue", names.label(999));
  }

  @Test
  void findsByNameAndNumber() {
    assertEquals(466, names.index("bullet_train"));
    assertEquals(466, names.index("Bullet Train"));
    assertEquals(466, names.index("466"));
    // these two differ by case alone
    assertEquals(474, names.index("cardigan"));
    assertEquals(264, names.index("Cardigan"));
    assertTrue(complaint("crane").contains("134 or 517"));
    assertTrue(complaint("1000").contains("0 to 999"));
    assertTrue(complaint("bullet").contains("did you mean bullet_train, bulletproof_vest"));
    assertTrue(complaint("xyzzy").endsWith("or its number."));
  }

  @Test
  void searchesBeginningsFirst() {
    assertEquals(List.of(466, 465), names.search("bullet"));
    assertEquals(List.of(101), names.search("101"));
    // "cat" begins it before "cat" is inside
    List<Integer> cats = names.search("cat");
    assertTrue(cats.indexOf(484) < cats.indexOf(282), "catamaran before tiger_cat");
    assertEquals(386, names.search("african e").get(0));
    List<Integer> trains = names.search("train");
    assertTrue(trains.contains(466));
    assertEquals(1000, names.search("").size());
    assertTrue(names.search("xyzzy").isEmpty());
  }

  @Test
  void readsFilesOfNames() throws IOException {
    Path file = folder.resolve("names.txt");
    Files.writeString(file, "cat\ndog \n\n");
    assertEquals(List.of("cat", "dog"), ClassNames.read(file).labels());
    for (String bad : new String[] {"", "one\n", "cat\n\ndog\n", "x".repeat(300) + "\ny\n"}) {
      Files.writeString(file, bad);
      assertTrue(
          assertThrows(LabException.class, () -> ClassNames.read(file))
              .getMessage()
              .contains("holds no class names"));
    }
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertThrows(LabException.class, () -> ClassNames.read(file));
    assertThrows(LabException.class, () -> ClassNames.read(folder.resolve("none")));
  }

  @Test
  void familiesAreWhatALaymanCallsThem() {
    assertEquals(Optional.of("elephant"), Families.shared("tusker", "African_elephant"));
    assertEquals(Optional.of("dog"), Families.shared("beagle", "Chihuahua"));
    assertEquals(Optional.of("house cat"), Families.shared("tabby", "Egyptian_cat"));
    assertEquals(Optional.of("train"), Families.shared("bullet_train", "steam_locomotive"));
    assertFalse(Families.shared("tusker", "bullet_train").isPresent());
    // a class without relatives, and a label that is two things
    assertFalse(Families.shared("tench", "pizza").isPresent());
    assertFalse(Families.shared("crane", "crane").isPresent());
  }
}
