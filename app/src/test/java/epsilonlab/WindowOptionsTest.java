package epsilonlab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowOptionsTest {
  private static final Optional<Path> NO = Optional.empty();

  @Test
  void onlyTheWindowsOwnOptionsOpenIt() {
    assertEquals(
        Optional.of(new WindowOptions(NO, NO, NO, false, Optional.empty())), WindowOptions.of());
    assertEquals(
        Optional.of(
            new WindowOptions(
                Optional.of(Path.of("d")), Optional.of(Path.of("l")), NO, false, Optional.empty())),
        WindowOptions.of("--lessons", "l", "--data", "d"));
    assertEquals(
        Optional.of(
            new WindowOptions(NO, NO, Optional.of(Path.of("a.epsilab")), true, Optional.of(1.5))),
        WindowOptions.of("--kiosk", "--open", "a.epsilab", "--kiosk-minutes", "1.5"));
    assertEquals(Optional.empty(), WindowOptions.of("train", "--data", "d"));
    assertEquals(Optional.empty(), WindowOptions.of("--data"));
    assertEquals(Optional.empty(), WindowOptions.of("--data", "d", "--epochs", "3"));
    assertEquals(Optional.empty(), WindowOptions.of("--data", "d", "--data", "e"));
    assertEquals(Optional.empty(), WindowOptions.of("--kiosk", "--kiosk"));
    assertEquals(Optional.empty(), WindowOptions.of("--kiosk-minutes", "soon"));
  }
}
