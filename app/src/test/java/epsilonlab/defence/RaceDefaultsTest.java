package epsilonlab.defence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RaceDefaultsTest {
  @Test
  void makeARaceThatIsAccepted() {
    RaceSettings race =
        new RaceSettings(
            epsilonlab.model.Architectures.get("mlp"),
            RaceDefaults.METHODS,
            RaceDefaults.training(RaceDefaults.EPOCHS, 3),
            RaceDefaults.adversarial(RaceDefaults.EPSILON));
    assertEquals(3, race.training().seed());
    // one pass, one more for the step of FGSM, seven more for those of PGD
    assertEquals(1 + 2 + 8, race.passes());
  }
}
