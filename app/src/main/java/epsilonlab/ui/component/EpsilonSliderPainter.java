package epsilonlab.ui.component;

import epsilonlab.report.figure.Colours;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Pen;
import epsilonlab.report.figure.Pen.Anchor;
import epsilonlab.report.figure.Stroke;
import epsilonlab.report.figure.TextStyle;
import java.util.List;

/** Where everything of an {@link EpsilonSlider} stands, and how it is drawn. */
final class EpsilonSliderPainter {
  /** What the slider says at the moment. */
  record State(
      double value,
      double smallestFooling,
      String fooledWord,
      EpsilonSlider.Mark mark,
      boolean focused,
      boolean disabled) {}

  private final FigureTheme theme;
  private final double width;
  private final SliderScale scale;
  private final List<Double> ticks;
  private final State state;
  private final boolean large;

  EpsilonSliderPainter(FigureTheme theme, double width, SliderScale scale, State state) {
    this.theme = theme;
    this.width = width;
    this.scale = scale;
    this.state = state;
    large = theme.presenting();
    this.ticks = scale.ticks().stream().filter(t -> !large || scale.isLeap(t)).toList();
  }

  double height() {
    return large ? 96 : 66;
  }

  double middle() {
    return large ? 40 : 27;
  }

  double blockWidth() {
    return large ? 208 : 136;
  }

  private double left() {
    return blockWidth() + (large ? 20 : 8);
  }

  private double right() {
    return width - (large ? 20 : 8);
  }

  double placeOf(double value) {
    return left() + value / scale.most() * (right() - left());
  }

  double valueAt(double x) {
    return (x - left()) / (right() - left()) * scale.most();
  }

  List<Double> shownTicks() {
    return ticks;
  }

  void paint(Pen pen) {
    block(pen);
    track(pen);
    labels(pen);
    thumb(pen);
  }

  private void block(Pen pen) {
    double size = large ? 56 : 32;
    double base = middle() + size * 0.35;
    int ink = state.disabled() ? theme.muted() : theme.ink();
    TextStyle symbol = new TextStyle(size * 1.15, TextStyle.Weight.REGULAR, true);
    pen.text(scale.quantity().symbol(), 2, base, symbol, Anchor.LEFT, ink);
    double at = large ? 44 : 30;
    pen.text(scale.text().apply(state.value()), at, base, TextStyle.bold(size), Anchor.LEFT, ink);
    if (!large) {
      String of = scale.remark().apply(state.value());
      pen.text(of, at, base + 22, TextStyle.regular(13), Anchor.LEFT, theme.muted());
    }
  }

  private void track(Pen pen) {
    double thick = large ? 12 : 6;
    double top = middle() - thick / 2;
    double from = state.smallestFooling();
    boolean fooled = from >= 0 && from <= scale.most();
    pen.fillRound(left(), top, right() - left(), thick, thick / 2, theme.border());
    if (fooled) {
      double x = placeOf(from);
      pen.fillRound(x, top, right() - x, thick, thick / 2, theme.dangerMuted());
      pen.fillRect(x, top, Math.max(0, right() - x - thick), thick, theme.dangerMuted());
    }
    double x = placeOf(state.value());
    int colour = state.disabled() ? theme.neutral() : theme.accent();
    pen.fillRound(left(), top, Math.max(thick, x - left()), thick, thick / 2, colour);
    if (fooled) {
      fooledFrom(pen, placeOf(from));
    }
    if (state.mark() != null) {
      mark(pen, state.mark());
    }
  }

  private void mark(Pen pen, EpsilonSlider.Mark mark) {
    double x = placeOf(mark.value());
    double reach = large ? 18 : 9;
    pen.line(x, middle() - reach, x, middle() + reach, new Stroke(1.5, theme.muted()));
    TextStyle style = TextStyle.regular(theme.text());
    double from = Math.min(x + thumbRadius() + 6, width - pen.textWidth(mark.text(), style));
    pen.text(mark.text(), from, middle() - reach - 3, style, Anchor.LEFT, theme.muted());
  }

  private void fooledFrom(Pen pen, double x) {
    double reach = large ? 18 : 9;
    pen.line(x, middle() - reach, x, middle() + reach, new Stroke(2, theme.danger()));
    String text = state.fooledWord() + " from " + scale.text().apply(state.smallestFooling());
    TextStyle style = large ? TextStyle.semibold(theme.text()) : TextStyle.regular(theme.text());
    double wide = pen.textWidth(text, style);
    double base = middle() - (large ? 16 : 12);
    boolean before = x - 8 - wide > blockWidth() - (large ? 12 : 0);
    if (before && hitsThumb(x - 8 - wide, x - 8) && !hitsThumb(x + 8, x + 8 + wide)) {
      before = x + 8 + wide > width;
    }
    double from = before ? x - 8 - wide : Math.min(x + 8, width - wide);
    if (hitsThumb(from, from + wide)) {
      // no side is free, so it goes above the thumb
      base = middle() - thumbRadius() - 3;
    }
    pen.text(text, from, base, style, Anchor.LEFT, theme.danger());
  }

  private boolean hitsThumb(double from, double to) {
    double thumb = placeOf(state.value());
    return from < thumb + thumbRadius() + 2 && to > thumb - thumbRadius() - 2;
  }

  private double thumbRadius() {
    return large ? 20 : 12;
  }

  private void labels(Pen pen) {
    double top = middle() + (large ? 16 : 8);
    double base = middle() + (large ? 45 : 29);
    double free = Double.NEGATIVE_INFINITY;
    for (double tick : ticks) {
      boolean here = Math.abs(tick - state.value()) < 5e-4;
      TextStyle style = here ? TextStyle.semibold(theme.text()) : TextStyle.regular(theme.text());
      double x = placeOf(tick);
      pen.line(x, top, x, top + 6, new Stroke(1, theme.border()));
      String text = scale.tickText().apply(tick);
      double half = pen.textWidth(text, style) / 2;
      if (x - half < free) {
        continue;
      }
      double centre = Math.min(x, width - half);
      pen.text(text, centre, base, style, Anchor.CENTER, here ? theme.ink() : theme.muted());
      free = x + half + 6;
    }
  }

  private void thumb(Pen pen) {
    double radius = thumbRadius();
    double x = placeOf(state.value());
    int colour = state.disabled() ? theme.neutral() : theme.accent();
    if (state.focused()) {
      pen.fillCircle(x, middle(), radius + 4, Colours.fade(theme.accent(), 0.25));
    }
    pen.fillCircle(x, middle(), radius, colour);
    pen.fillCircle(x, middle(), radius - (large ? 4.5 : 3), theme.ground());
  }
}
