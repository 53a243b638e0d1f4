package epsilonlab.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowMemoryTest {
  @Test
  void onlyFourNumbersOfAUsableSizeAreTaken() {
    assertEquals(
        Optional.of(new Rectangle2D(-5, 10, 1280, 800)), WindowMemory.read("-5.0 10.0 1280 800"));
    for (String bad : new String[] {"", "1 2 3", "1 2 x 800", "0 0 -1280 800", "0 0 100 100"}) {
      assertEquals(Optional.empty(), WindowMemory.read(bad), bad);
    }
  }
}
