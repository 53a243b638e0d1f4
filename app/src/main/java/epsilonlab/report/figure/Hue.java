package epsilonlab.report.figure;

/** A colour that may differ between the light and the dark theme. */
@FunctionalInterface
public interface Hue {
  /** ARGB on the ground of {@code theme}. */
  int on(FigureTheme theme);
}
