package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * Many digits with captions, in one drawing.
 *
 * @param tiles in reading order
 * @param columns digits in a row, spread over the width
 * @param scale screen pixels per image pixel, a whole number (2 = 56, 3 = 84)
 * @param subject what the digits are, for those who cannot see them
 * @param remarkFirst whether the remark stands above the caption, as the class above the answer
 */
public record DigitWall(
    List<Tile> tiles, int columns, int scale, String subject, boolean remarkFirst)
    implements Figure {
  /** What a frame and an icon say about a digit. */
  public enum State {
    PLAIN,
    RIGHT,
    FOOLED
  }

  /**
   * @param image 784 values in [0, 1]; taken as it is, not copied
   * @param caption semibold below, such as {@code 7 → 3}
   * @param remark muted in a second line; may be empty
   */
  public record Tile(float[] image, String caption, String remark, State state) {}

  public DigitWall {
    tiles = List.copyOf(tiles);
    if (columns < 1 || scale < 1) {
      throw new IllegalArgumentException("columns and scale are at least 1");
    }
  }

  /** With the remark below the caption. */
  public DigitWall(List<Tile> tiles, int columns, int scale, String subject) {
    this(tiles, columns, scale, subject, false);
  }

  /** One row. */
  public static DigitWall strip(List<Tile> tiles, int scale, String subject) {
    return new DigitWall(tiles, Math.max(1, tiles.size()), scale, subject);
  }

  /** How many digits stand in a row of {@code width} with gaps of at least 8. */
  public static int columnsThatFit(double width, int scale) {
    return Math.max(1, (int) ((width + 8) / (scale * DigitPixels.SIDE + 4 + 8)));
  }

  /** Side of a tile with its frame of 1 or 2 pixels. */
  private double box() {
    return scale * DigitPixels.SIDE + 4;
  }

  private boolean remarks() {
    return tiles.stream().anyMatch(tile -> !tile.remark().isEmpty());
  }

  private boolean isJudged() {
    return tiles.stream().anyMatch(tile -> tile.state() != State.PLAIN);
  }

  private double pitch(FigureTheme theme) {
    double unit = theme.text() / 13;
    return box() + Math.round((remarks() ? 43 : 20) * unit);
  }

  /**
   * The columns; of a single row as many as a width has room for, where tiles, or captions with
   * their icons, would lie on each other. Several rows stay, for a row may stand for something.
   */
  private int columns(double width) {
    int most = columnsThatFit(width, scale);
    double gap = isJudged() ? 6 : 0;
    boolean fits = columns * (box() + gap) - gap <= width || columns <= most;
    if (fits || tiles.size() > columns) {
      return columns;
    }
    int rows = Math.max(1, (tiles.size() + most - 1) / most);
    return Math.max(1, (tiles.size() + rows - 1) / rows);
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    int across = columns(width);
    int rows = (tiles.size() + across - 1) / across;
    double gap = remarks() ? Math.round(5 * theme.text() / 13) : 0;
    return Math.max(0, rows * pitch(theme) - gap);
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    int[] pixels = new int[DigitPixels.COUNT];
    int across = columns(width);
    double step = across == 1 ? 0 : (width - box()) / (across - 1);
    for (int i = 0; i < tiles.size(); i++) {
      double x = Math.round(i % across * step);
      tile(pen, tiles.get(i), x, i / across * pitch(theme), pixels, theme);
    }
  }

  private void tile(Pen pen, Tile tile, double x, double y, int[] pixels, FigureTheme theme) {
    double unit = theme.text() / 13;
    double side = scale * DigitPixels.SIDE;
    DigitPixels.ink(tile.image(), theme, pixels);
    pen.drawPixels(pixels, DigitPixels.SIDE, DigitPixels.SIDE, x + 2, y + 2, side, side);
    boolean fooled = tile.state() == State.FOOLED;
    if (fooled) {
      pen.strokeRect(x + 1, y + 1, side + 2, side + 2, 2, theme.danger());
    } else {
      pen.strokeRect(x + 1.5, y + 1.5, side + 1, side + 1, 1, theme.border());
    }
    double middle = x + box() / 2;
    TextStyle bold = TextStyle.semibold(theme.text());
    double icon = tile.state() == State.PLAIN ? 0 : 14 * unit;
    double gap = icon == 0 ? 0 : 5 * unit;
    double start = middle - (icon + gap + pen.textWidth(tile.caption(), bold)) / 2;
    double first = y + box() + 14 * unit;
    double second = first + 18 * unit;
    double base = remarkFirst ? second : first;
    double level = base - 4.5 * unit;
    if (fooled) {
      Icons.warning(pen, start + icon / 2, level, icon, theme.danger());
    } else if (icon > 0) {
      Icons.check(pen, start + icon / 2, level, icon, theme.success());
    }
    pen.text(tile.caption(), start + icon + gap, base, bold, Anchor.LEFT, theme.ink());
    TextStyle plain = TextStyle.regular(theme.text());
    pen.text(
        tile.remark(), middle, remarkFirst ? first : second, plain, Anchor.CENTER, theme.muted());
  }

  /** The index of the tile at a point, or -1: for clicks. */
  public int tileAt(double x, double y, double width, FigureTheme theme) {
    int across = columns(width);
    double step = across == 1 ? width : (width - box()) / (across - 1);
    int column = (int) Math.floor(x / step);
    int row = (int) Math.floor(y / pitch(theme));
    int index = row * across + column;
    boolean within = column >= 0 && column < across && x - column * step < box() && row >= 0;
    return within && index < tiles.size() ? index : -1;
  }

  @Override
  public FigureTable toTable() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < tiles.size(); i++) {
      Tile tile = tiles.get(i);
      String state =
          switch (tile.state()) {
            case PLAIN -> "";
            case RIGHT -> "right";
            case FOOLED -> "fooled";
          };
      rows.add(List.of(i, tile.caption(), tile.remark(), state));
    }
    return new FigureTable(List.of("position", "caption", "remark", "state"), rows);
  }

  @Override
  public String description() {
    long fooled = tiles.stream().filter(tile -> tile.state() == State.FOOLED).count();
    return subject
        + ": "
        + tiles.size()
        + " digits"
        + (isJudged() ? ", " + fooled + " fooled." : ".");
  }

  @Override
  public boolean showsDigits() {
    return true;
  }
}
