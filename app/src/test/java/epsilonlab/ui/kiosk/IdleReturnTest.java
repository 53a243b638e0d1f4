package epsilonlab.ui.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdleReturnTest {
  private long now;
  private int returns;

  private void after(IdleReturn idle, long seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
    idle.check();
  }

  @Test
  void itComesBackOnceForEachVisitorWhoLeft() {
    IdleReturn idle = new IdleReturn(() -> now, Duration.ofMinutes(3), () -> returns++);
    after(idle, 10_000);
    assertEquals(0, returns, "nobody came");
    idle.touch();
    after(idle, 179);
    idle.touch();
    after(idle, 179);
    assertEquals(0, returns, "still there");
    after(idle, 1);
    assertEquals(1, returns);
    after(idle, 10_000);
    assertEquals(1, returns, "nobody came since");
    idle.touch();
    after(idle, 180);
    assertEquals(2, returns);
  }
}
