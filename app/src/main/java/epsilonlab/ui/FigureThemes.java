package epsilonlab.ui;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.theme.Theme;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;

/** The colours and the text size that figures are painted with now. */
public final class FigureThemes {
  private static final double PRESENTER_TEXT = 20;

  private FigureThemes() {}

  /** Follows the theme and presenter mode; whoever binds to it keeps it alive. */
  public static ObjectBinding<FigureTheme> of(LabState state) {
    return Bindings.createObjectBinding(
        () -> {
          FigureTheme theme =
              state.theme().effectiveTheme().get() == Theme.DARK
                  ? FigureTheme.DARK
                  : FigureTheme.LIGHT;
          return state.presenting().get() ? theme.withText(PRESENTER_TEXT) : theme;
        },
        state.theme().effectiveTheme(),
        state.presenting());
  }
}
