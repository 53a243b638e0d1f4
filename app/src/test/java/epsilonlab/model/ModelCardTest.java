package epsilonlab.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import epsilonlab.engine.LabException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelCardTest {
  static final ModelCard CARD =
      new ModelCard(
          "Größe \"3\" <é>",
          "lenet",
          "mnist",
          "Adam, 3 epochs",
          Long.MIN_VALUE,
          0.98765432109876543,
          null,
          Instant.parse("2026-01-02T03:04:05.123456789Z"),
          Map.of("learning-rate", "0.001", "batch", "128"));

  @Test
  void theCardComesBackFromTheMetadata() {
    Map<String, String> metadata = CARD.toMetadata();
    assertEquals("pt", metadata.get("format"));
    assertEquals("lenet", metadata.get("architecture"));
    assertEquals(Optional.of(CARD), ModelCard.fromMetadata(metadata));
    ModelCard measured = CARD.withName(" b ").withAccuracies(1.0, 0.0);
    assertEquals("b", measured.name());
    assertEquals(Optional.of(measured), ModelCard.fromMetadata(measured.toMetadata()));
  }

  @Test
  void theSameCardIsTheSameText() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("batch", "128");
    settings.put("learning-rate", "0.001");
    ModelCard other =
        new ModelCard(
            CARD.name(),
            CARD.architecture(),
            CARD.dataset(),
            CARD.training(),
            CARD.seed(),
            CARD.cleanAccuracy(),
            CARD.robustAccuracy(),
            CARD.created(),
            settings);
    assertEquals(CARD.toMetadata(), other.toMetadata());
  }

  @Test
  void filesOfOthersHaveNoCardAndDamagedCardsAreTold() {
    assertEquals(Optional.empty(), ModelCard.fromMetadata(Map.of("architecture", "lenet")));
    for (String damaged :
        new String[] {
          "",
          "[]",
          "{}",
          "{\"name\":",
          CARD.toMetadata().get("card").replace("2026-01", "2026-13"),
          CARD.toMetadata().get("card").replace("0.98", "1.98")
        }) {
      Map<String, String> metadata = Map.of("architecture", "lenet", "card", damaged);
      assertThrows(LabException.class, () -> ModelCard.fromMetadata(metadata), damaged);
    }
  }

  @Test
  void namesAndAccuraciesAreChecked() {
    assertThrows(LabException.class, () -> CARD.withName("  "));
    for (double bad : new double[] {-0.01, 1.01, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> CARD.withAccuracies(bad, null));
      assertThrows(IllegalArgumentException.class, () -> CARD.withAccuracies(null, bad));
    }
  }
}
