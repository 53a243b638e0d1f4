package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import epsilonlab.model.ModelCard;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesColoursTest {
  private static SeriesColours of(Map<String, String> settings) {
    return SeriesColours.of(
        new ModelCard("a", "mlp", "mnist", "Adam", 0, null, null, Instant.EPOCH, settings));
  }

  @Test
  void aNetworkThatWasTaughtToResistHasTheColourOfItsTraining() {
    assertEquals(SeriesColours.PGD_TRAINED, of(Map.of("method", "pgd")));
    assertEquals(SeriesColours.MLP, of(Map.of("method", "standard")));
    assertEquals(SeriesColours.MLP, of(Map.of()));
  }
}
