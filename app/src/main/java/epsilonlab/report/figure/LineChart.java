package epsilonlab.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Lines over an x axis; immutable, made by its {@link Builder}. */
public final class LineChart implements Figure {
  /** Where the names of the series stand. */
  public enum Legend {
    NONE,
    /** In the corner of the plot that the lines use least. */
    INSIDE,
    /** In a row above the plot. */
    ABOVE,
    /** In a column in the {@link Builder#margin margin} at the right. */
    RIGHT
  }

  final Axis x;
  final Axis y;
  final List<Series> series;
  final List<Band> bands;
  final Legend legend;
  final double marker;
  final String markedSeries;
  final Map<String, Sign> signs;
  final String emptyText;
  final boolean stale;
  final double margin;
  final double apart;
  final List<Double> warnings;
  final List<Key> keys;
  final Gap gap;
  final Scale above;
  final boolean inReport;
  private final Titles titles;
  private final String description;

  /** What the axes are called where nothing beside the chart says it. */
  private record Titles(String x, String y) {}

  /** The area between two lines of the same x, filled faintly where neither is parted. */
  record Band(Series lower, Series upper, Hue colour) {}

  /** What stands on a series where the marker crosses it. */
  enum Sign {
    DOT,
    DOT_AND_VALUE
  }

  private LineChart(Builder from) {
    bands = List.copyOf(from.bands);
    series = List.copyOf(from.series);
    x = from.x.settled(series.stream().flatMapToDouble(s -> DoubleStream.of(s.x)));
    y = from.y.settled(heights());
    legend = from.legend;
    marker = from.marker;
    markedSeries = from.markedSeries;
    signs = new LinkedHashMap<>(from.signs);
    if (!markedSeries.isEmpty()) {
      signs.put(markedSeries, Sign.DOT_AND_VALUE);
    }
    emptyText = from.emptyText;
    stale = from.stale;
    margin = from.margin;
    apart = from.apart;
    warnings = List.copyOf(from.warnings);
    keys = List.copyOf(from.keys);
    gap = from.gap;
    above = from.above;
    inReport = from.inReport;
    titles = from.titles;
    description = from.description;
  }

  /**
   * A second scale of the x axis, above the plot.
   *
   * @param label what it measures
   * @param ticks those that come first stand also where there is no room for all
   */
  public record Scale(String label, List<Tick> ticks) {
    public Scale {
      ticks = List.copyOf(ticks);
    }
  }

  /**
   * A text on a second scale.
   *
   * @param x where it stands, by the axis below
   */
  public record Tick(double x, String text) {}

  /** The second scale above the plot, or null. */
  public Scale scaleAbove() {
    return above;
  }

  /** The distance between two heights at one x, shown by an arrow with both ends. */
  record Gap(double x, double low, double high, String text) {}

  /**
   * An entry of a legend that explains styles and colours apart from each other.
   *
   * @param sample a line style to show at the left, or null for a dot at the right
   */
  record Key(String name, LineStyle sample, double width, Hue colour) {}

  /** What the y axis must reach: faint raw values may leave the plot where clearer ones are. */
  private DoubleStream heights() {
    List<Series> clear = series.stream().filter(s -> s.opacity >= 0.5 && s.last() >= 0).toList();
    return (clear.isEmpty() ? series : clear).stream().flatMapToDouble(s -> DoubleStream.of(s.y));
  }

  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from this chart, its ranges settled. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.x = x;
    builder.y = y;
    builder.series.addAll(series);
    builder.bands.addAll(bands);
    builder.legend = legend;
    builder.marker = marker;
    builder.markedSeries = markedSeries;
    builder.signs.putAll(signs);
    builder.emptyText = emptyText;
    builder.stale = stale;
    builder.margin = margin;
    builder.apart = apart;
    builder.warnings.addAll(warnings);
    builder.keys.addAll(keys);
    builder.gap = gap;
    builder.above = above;
    builder.inReport = inReport;
    builder.titles = titles;
    builder.description = description;
    return builder;
  }

  /** The same chart with the marker moved; cheap enough for every move of a slider. */
  public LineChart withMarker(double at) {
    return toBuilder().marker(at, markedSeries).build();
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    return Math.round(Math.min(0.6 * width, 292) * theme.text() / 13);
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    new LineChartPainter(this, pen, width, height, theme).paint();
  }

  /**
   * The x at a place of the painted chart, cut to the axis; for a linear axis.
   *
   * @param pixels from the left edge of the chart
   * @param pen measures the texts beside the plot
   */
  public double xAt(double pixels, Pen pen, double width, double height, FigureTheme theme) {
    double share = new LineChartPainter(this, pen, width, height, theme).shareAt(pixels);
    return x.min + Math.min(1, Math.max(0, share)) * (x.max - x.min);
  }

  /** The y at a place of the painted chart, cut to the axis; as {@link #xAt}, from the top. */
  public double yAt(double pixels, Pen pen, double width, double height, FigureTheme theme) {
    double share = new LineChartPainter(this, pen, width, height, theme).heightAt(pixels);
    return y.min + Math.min(1, Math.max(0, share)) * (y.max - y.min);
  }

  boolean isEmpty() {
    return series.stream().allMatch(s -> s.last() < 0);
  }

  /** With its axes' {@link Builder#titlesInReport titles}, if it has some, and then its numbers. */
  @Override
  public LineChart inReport() {
    if (titles == null || inReport) {
      return this;
    }
    Builder builder = toBuilder().x(x.withLabel(titles.x())).y(y.withLabel(titles.y()));
    builder.inReport = true;
    return builder.build();
  }

  @Override
  public boolean wantsNumbers() {
    return inReport && !isEmpty();
  }

  /** A row for each x of any line, a column a line. */
  private FigureTable columns() {
    List<String> header = new ArrayList<>(List.of(x.label()));
    series.forEach(s -> header.add(s.name));
    List<List<Object>> rows = new ArrayList<>();
    series.stream()
        .flatMapToDouble(s -> DoubleStream.of(s.x))
        .distinct()
        .sorted()
        .forEach(
            at -> {
              List<Object> row = new ArrayList<>(List.of(at));
              for (Series s : series) {
                int index = Arrays.binarySearch(s.x, at);
                row.add(index < 0 ? null : (Object) s.y[index]);
              }
              rows.add(row);
            });
    return new FigureTable(header, rows);
  }

  @Override
  public FigureTable toTable() {
    if (inReport) {
      return columns();
    }
    String xName = x.label().isEmpty() ? "x" : x.label();
    boolean shared =
        !series.isEmpty() && series.stream().allMatch(s -> Arrays.equals(s.x, series.get(0).x));
    List<List<Object>> rows = new ArrayList<>();
    if (shared) {
      List<String> header = new ArrayList<>(List.of(xName));
      series.forEach(s -> header.add(s.name));
      for (int i = 0; i < series.get(0).x.length; i++) {
        List<Object> row = new ArrayList<>(List.of(series.get(0).x[i]));
        for (Series s : series) {
          row.add(s.y[i]);
        }
        rows.add(row);
      }
      return new FigureTable(header, rows);
    }
    for (Series s : series) {
      for (int i = 0; i < s.x.length; i++) {
        rows.add(List.of(s.name, s.x[i], s.y[i]));
      }
    }
    return new FigureTable(List.of("series", xName, y.label().isEmpty() ? "y" : y.label()), rows);
  }

  @Override
  public String description() {
    if (isEmpty()) {
      return emptyText;
    }
    String names = series.stream().map(s -> s.name).distinct().collect(Collectors.joining(", "));
    StringBuilder out = new StringBuilder(description.isEmpty() ? "Line chart" : description);
    out.append(": ").append(names).append('.');
    for (Series s : series) {
      if (signs.get(s.name) == Sign.DOT_AND_VALUE && Double.isFinite(s.at(marker))) {
        out.append(' ').append(s.name).append(" is at ").append(y.value(s.at(marker)));
        out.append(" where x is ").append(Numbers.plain(marker)).append('.');
      }
    }
    return out.toString();
  }

  /** Collects what a chart shows; for one thread. */
  public static final class Builder {
    private Axis x = Axis.running(new RunningRange());
    private Axis y = Axis.running(new RunningRange());
    private final List<Series> series = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private Legend legend = Legend.INSIDE;
    private double marker = Double.NaN;
    private String markedSeries = "";
    private final Map<String, Sign> signs = new LinkedHashMap<>();
    private String emptyText = "";
    private boolean stale;
    private double margin;
    private double apart;
    private final List<Double> warnings = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private Gap gap;
    private Scale above;
    private boolean inReport;
    private Titles titles;
    private String description = "";

    private Builder() {}

    public Builder x(Axis axis) {
      x = axis;
      return this;
    }

    public Builder y(Axis axis) {
      y = axis;
      return this;
    }

    /** Adds one line; later ones lie on top. */
    public Builder add(Series line) {
      series.add(line);
      return this;
    }

    /** Adds two lines and fills what lies between them in the colour of the upper one. */
    public Builder addBand(Series lower, Series upper) {
      return addBand(lower, upper, upper.colour);
    }

    /** Adds two lines and fills what lies between them in a colour of its own. */
    public Builder addBand(Series lower, Series upper, Hue colour) {
      bands.add(new Band(lower, upper, colour));
      return add(upper).add(lower);
    }

    public Builder legend(Legend where) {
      legend = where;
      return this;
    }

    /**
     * A dotted vertical line at {@code at} (NaN: none), with a dot and the value on the series of
     * that name, if there is one.
     */
    public Builder marker(double at, String onSeries) {
      marker = at;
      markedSeries = onSeries == null ? "" : onSeries;
      return this;
    }

    /** A dot, and the value if wanted, where the marker crosses the series of that name, too. */
    public Builder atMarker(String name, boolean withValue) {
      signs.put(name, withValue ? Sign.DOT_AND_VALUE : Sign.DOT);
      return this;
    }

    /** What is said instead while no series has a value. */
    public Builder emptyText(String sentence) {
      emptyText = sentence;
      return this;
    }

    /** Greys all series: they are about to be replaced. */
    public Builder stale(boolean on) {
      stale = on;
      return this;
    }

    /** Leaves at least so many logical pixels free at the right, for texts at the lines' ends. */
    public Builder margin(double pixels) {
      margin = pixels;
      return this;
    }

    /**
     * Draws lines of one style that coincide so many logical pixels apart, so that all are seen.
     */
    public Builder apart(double pixels) {
      apart = pixels;
      return this;
    }

    /** A dotted vertical line in the colour of a warning. */
    public Builder warning(double at) {
      warnings.add(at);
      return this;
    }

    /** Says in the legend what a line style means, instead of naming every series. */
    public Builder styleKey(String name, LineStyle style, double width) {
      keys.add(new Key(name, style, width, FigureTheme::muted));
      return this;
    }

    /** Says in the legend, at the right, what a colour means. */
    public Builder colourKey(String name, Hue colour) {
      keys.add(new Key(name, null, 0, colour));
      return this;
    }

    /** An arrow from one height to another at {@code x}, with a text beside it. */
    public Builder gap(double x, double low, double high, String text) {
      gap = new Gap(x, low, high, text);
      return this;
    }

    /** Writes above the plot what else the places of the x axis stand for. */
    public Builder scaleAbove(Scale scale) {
      above = scale;
      return this;
    }

    /**
     * Titles of the axes in a report, where no heading of the window stands beside the chart; its
     * numbers are listed there, too.
     */
    public Builder titlesInReport(String ofX, String ofY) {
      titles = new Titles(ofX, ofY);
      return this;
    }

    /** What the chart shows, without a full stop: for screen readers and exports. */
    public Builder description(String what) {
      description = what;
      return this;
    }

    public LineChart build() {
      return new LineChart(this);
    }
  }
}
