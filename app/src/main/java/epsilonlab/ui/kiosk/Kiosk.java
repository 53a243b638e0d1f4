package epsilonlab.ui.kiosk;

import epsilonlab.desk.KioskDesk;
import epsilonlab.settings.Settings;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Restart;
import epsilonlab.ui.Ticker;
import java.time.Duration;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.InputEvent;
import javafx.stage.WindowEvent;

/** Brings a window back to its beginning when its visitor has left. */
public final class Kiosk {
  private static final long LOOK_MILLIS = 1000;

  private final LabServices services;
  private final KioskDesk desk;
  private final Restart restart;
  private final Ticker timer;
  private final IdleReturn idle;

  private Kiosk(LabServices services, Scene scene, KioskDesk desk, Restart restart) {
    this.services = services;
    this.desk = desk;
    this.restart = restart;
    Settings settings = services.session().settings();
    long seconds = Math.round(60 * settings.get(KioskSettings.MINUTES));
    idle = new IdleReturn(System::nanoTime, Duration.ofSeconds(seconds), this::comeBack);
    Touches touches = new Touches();
    scene.addEventFilter(
        InputEvent.ANY,
        event -> {
          if (touches.count(event)) {
            idle.touch();
          }
        });
    timer = new Ticker(services.fx(), LOOK_MILLIS, idle::check);
    timer.play();
    scene.getWindow().addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> timer.stop());
  }

  /** Watches the scene of a window that is open, until it is closed. */
  public static void watch(LabServices services, Scene scene, KioskDesk desk, Restart restart) {
    new Kiosk(services, scene, desk, restart);
  }

  private void comeBack() {
    timer.stop();
    // what one visitor copied is not for the next
    Clipboard.getSystemClipboard().clear();
    double minutes = services.session().settings().get(KioskSettings.MINUTES);
    restart.anew(
        () -> {
          desk.tidy();
          return minutes;
        },
        (fresh, before) -> fresh.session().settings().set(KioskSettings.MINUTES, before));
  }
}
