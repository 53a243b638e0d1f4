package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What flows through a network, from left to right.
 *
 * @param layers from the image to the answer
 * @param colour of the model
 */
public record NetworkDrawing(List<Layer> layers, Hue colour) implements Figure {
  /** The shape of what a layer gives. */
  public enum Kind {
    IMAGE,
    MAPS,
    VECTOR
  }

  /**
   * @param channels number of maps, or length of a vector
   * @param side pixels along one side of a map; not looked at for a vector
   */
  public record Layer(Kind kind, int channels, int side) {
    /** How many sheets of a stack are drawn. */
    private int sheets() {
      return kind != Kind.MAPS ? 1 : channels < 8 ? 2 : channels < 32 ? 3 : 4;
    }

    private double width() {
      return kind == Kind.VECTOR ? 10 : square() + 4 * (sheets() - 1);
    }

    private double square() {
      return Math.round(Math.max(8, 38 * Math.sqrt(Math.min(side, 28) / 28.0)));
    }

    private double barHeight() {
      return Math.max(12, Math.min(60, 24 + 28 * (Math.log10(channels) - 1)));
    }

    private String size() {
      return kind == Kind.VECTOR ? "" : side + "²";
    }
  }

  public NetworkDrawing {
    layers = List.copyOf(layers);
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    return Math.round(100 * theme.text() / 13);
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    double unit = theme.text() / 13;
    TextStyle bold = TextStyle.semibold(theme.text());
    TextStyle plain = TextStyle.regular(theme.text());
    double shapes = 0;
    for (Layer layer : layers) {
      shapes += room(pen, layer, unit, bold, 1);
    }
    double shrink = Math.min(1, (width - 8 * unit * (layers.size() - 1)) / shapes);
    double all = 0;
    for (Layer layer : layers) {
      all += room(pen, layer, unit, bold, shrink);
    }
    double gap = Math.min(28 * unit, (width - all) / Math.max(1, layers.size() - 1));
    double x = (width - all - gap * (layers.size() - 1)) / 2;
    double middle = 34 * unit;
    double end = Double.NaN;
    for (Layer layer : layers) {
      double room = room(pen, layer, unit, bold, shrink);
      double wide = layer.width() * unit * shrink;
      double centre = x + room / 2;
      if (Double.isFinite(end)) {
        double to = centre - wide / 2 - 3;
        if (to > end + 3) {
          pen.line(end + 3, middle, to, middle, new Stroke(2, theme.neutral()));
        }
      }
      shape(pen, layer, centre, middle, unit * shrink, theme);
      double base = 77 * unit;
      pen.text(String.valueOf(layer.channels()), centre, base, bold, Anchor.CENTER, theme.ink());
      pen.text(layer.size(), centre, base + 17 * unit, plain, Anchor.CENTER, theme.muted());
      end = centre + wide / 2;
      x += room + gap;
    }
  }

  private static double room(Pen pen, Layer layer, double unit, TextStyle bold, double shrink) {
    double label = pen.textWidth(String.valueOf(layer.channels()), bold);
    return Math.max(layer.width() * unit * shrink, label);
  }

  private void shape(
      Pen pen, Layer layer, double centre, double middle, double unit, FigureTheme theme) {
    int argb = layer.kind() == Kind.IMAGE ? theme.muted() : colour.on(theme);
    if (layer.kind() == Kind.VECTOR) {
      double high = layer.barHeight() * unit;
      int fill = Colours.mix(theme.ground(), argb, 0.85);
      pen.fillRound(centre - 5 * unit, middle - high / 2, 10 * unit, high, 1.5, fill);
      return;
    }
    double side = layer.square() * unit;
    double shift = 4 * unit;
    int sheets = layer.sheets();
    double left = centre - layer.width() * unit / 2;
    double foot = middle + (side + shift * (sheets - 1)) / 2;
    for (int i = sheets - 1; i >= 0; i--) {
      double x = left + i * shift;
      double y = foot - side - i * shift;
      pen.fillRound(x - 0.75, y - 0.75, side + 1.5, side + 1.5, 2, argb);
      pen.fillRound(x + 0.75, y + 0.75, side - 1.5, side - 1.5, 1, theme.ground());
    }
  }

  @Override
  public FigureTable toTable() {
    List<List<Object>> rows = new ArrayList<>();
    for (Layer layer : layers) {
      List<Object> row = new ArrayList<>();
      row.add(layer.kind().name().toLowerCase(java.util.Locale.ROOT));
      row.add(layer.channels());
      row.add(layer.kind() == Kind.VECTOR ? null : (Object) layer.side());
      rows.add(row);
    }
    return new FigureTable(List.of("kind", "channels", "side"), rows);
  }

  @Override
  public String description() {
    return layers.stream()
        .map(
            layer ->
                layer.kind() == Kind.VECTOR
                    ? layer.channels() + " values"
                    : layer.channels() + " of " + layer.side() + " x " + layer.side())
        .collect(Collectors.joining(", then ", "Layers: ", "."));
  }
}
