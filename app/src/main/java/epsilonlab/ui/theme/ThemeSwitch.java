package epsilonlab.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import epsilonlab.ui.Remembered;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/** The chosen theme, remembered, and the one in effect. Belongs to the FX thread. */
public final class ThemeSwitch {
  private static final String KEY = "theme";

  private final Remembered remembered;
  private final ObjectProperty<Theme> chosen = new SimpleObjectProperty<>(this, "chosen");
  private final ReadOnlyObjectWrapper<Theme> effective =
      new ReadOnlyObjectWrapper<>(this, "effectiveTheme", Theme.LIGHT);

  /** Takes up what was remembered; the system is asked in the background. */
  public ThemeSwitch(Remembered remembered, Executor fx) {
    this(remembered, fx, SystemTheme::detect);
  }

  ThemeSwitch(Remembered remembered, Executor fx, Supplier<Theme> system) {
    this.remembered = remembered;
    chosen.addListener(
        (property, before, now) -> {
          if (now == Theme.SYSTEM) {
            CompletableFuture.supplyAsync(system).thenAcceptAsync(this::systemSays, fx);
          } else {
            effective.set(now);
          }
        });
    chosen.set(Theme.of(remembered.get(KEY, Theme.SYSTEM.key())));
  }

  private void systemSays(Theme answer) {
    // the user may have chosen otherwise while the system was being asked
    if (chosen.get() == Theme.SYSTEM) {
      effective.set(answer);
    }
  }

  /** Switches to {@code theme} and remembers it. */
  public void choose(Theme theme) {
    remembered.put(KEY, theme.key());
    chosen.set(theme);
  }

  /** From light to dark and back. */
  public void toggle() {
    choose(effective.get() == Theme.DARK ? Theme.LIGHT : Theme.DARK);
  }

  /** What the user chose, {@link Theme#SYSTEM} included. */
  public Theme chosen() {
    return chosen.get();
  }

  /** {@link Theme#LIGHT} or {@link Theme#DARK}; to listen to where something is painted. */
  public ReadOnlyObjectProperty<Theme> effectiveTheme() {
    return effective.getReadOnlyProperty();
  }

  /** The colours in effect now. */
  public UiPalette palette() {
    return UiPalette.of(effective.get());
  }

  /**
   * Tells the toolkit the theme. To be called before the first control is made: a control without a
   * theme makes JavaFX load its own, which costs the start a third of a second.
   */
  public void prepare() {
    Application.setUserAgentStylesheet(
        effective.get() == Theme.DARK
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  /** Dresses the scene now and whenever the theme changes. */
  public void follow(Scene scene) {
    scene.getStylesheets().setAll(sheets());
    effective.addListener(
        (property, before, now) -> {
          prepare();
          scene.getStylesheets().setAll(sheets());
        });
  }

  private List<String> sheets() {
    return List.of(
        sheet("lab.css"), sheet(effective.get() == Theme.DARK ? "lab-dark.css" : "lab-light.css"));
  }

  private static String sheet(String name) {
    return ThemeSwitch.class.getResource("/epsilonlab/ui/css/" + name).toExternalForm();
  }
}
