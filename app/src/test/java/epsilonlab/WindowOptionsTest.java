package epsilonlab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowOptionsTest {
  @Test
  void theWindowIsOpenedByItsOwnOptionsAlone() {
    assertEquals(
        Optional.of(new WindowOptions(Optional.empty(), Optional.empty())), WindowOptions.of());
    assertEquals(
        Optional.of(new WindowOptions(Optional.of(Path.of("d")), Optional.of(Path.of("l")))),
        WindowOptions.of("--lessons", "l", "--data", "d"));
    assertEquals(Optional.empty(), WindowOptions.of("train", "--data", "d"));
    assertEquals(Optional.empty(), WindowOptions.of("--data"));
    assertEquals(Optional.empty(), WindowOptions.of("--data", "d", "--epochs", "3"));
    assertEquals(Optional.empty(), WindowOptions.of("--data", "d", "--data", "e"));
  }
}
