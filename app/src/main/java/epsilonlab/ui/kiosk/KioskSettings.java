package epsilonlab.ui.kiosk;

import epsilonlab.settings.Setting;

/** What a kiosk remembers. */
public final class KioskSettings {
  /** After how many minutes without a touch it comes back to its beginning. */
  public static final Setting<Double> MINUTES =
      Setting.of("kiosk.minutes", Double.class, 3.0)
          .where(minutes -> minutes >= 0.1 && minutes <= 1440);

  private KioskSettings() {}
}
