package epsilonlab.ui.generate.vae;

import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.LatentMap;
import epsilonlab.report.figure.MapBackdrop;
import epsilonlab.report.figure.MapTiles;
import epsilonlab.report.figure.MapWindow;
import epsilonlab.settings.Setting;
import epsilonlab.ui.LabSession;
import java.util.Arrays;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The latent map as a figure. Its points, or its digits, are painted by a job; what is dragged is
 * put on top at once. Belongs to the FX thread; needs no screen.
 */
final class MapPainter {
  private static final Setting<Boolean> DIGITS = Setting.of("vae.map-digits", Boolean.class, false);

  private final LabSession session;
  private final LatentSpace space;
  private final LatentCursor cursor;
  private final Latest<Painted> painting;
  private final BooleanProperty digits = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<LatentMap> map = new ReadOnlyObjectWrapper<>();
  private Canvas canvas;
  private Painted painted;

  /** Where the map is shown. */
  private record Canvas(double width, double height, double scale, FigureTheme theme) {}

  /** A map without what is dragged, and the space that it shows. */
  private record Painted(EncodedSpace space, LatentMap map) {}

  MapPainter(LabSession session, LatentSpace space, LatentCursor cursor) {
    this.session = session;
    this.space = space;
    this.cursor = cursor;
    this.painting = new Latest<>(session.jobs(), session.fx());
    digits.set(session.settings().get(DIGITS));
    digits.addListener(
        (property, before, now) -> {
          session.settings().set(DIGITS, now);
          paint();
        });
    space.encoded().addListener((property, before, now) -> paint());
    cursor.point().addListener((property, before, now) -> compose());
    cursor.a().addListener((property, before, now) -> compose());
    cursor.b().addListener((property, before, now) -> compose());
  }

  /** Whether the map is filled with digits instead of points; remembered. */
  BooleanProperty digits() {
    return digits;
  }

  /** The map as it is now; null before the first VAE. */
  ReadOnlyObjectProperty<LatentMap> map() {
    return map.getReadOnlyProperty();
  }

  /** The space that the shown map is of; null before the first. */
  EncodedSpace space() {
    return painted == null ? null : painted.space();
  }

  /**
   * Says where the map is shown.
   *
   * @param scale screen pixels a logical pixel
   */
  void showOn(double width, double height, double scale, FigureTheme theme) {
    Canvas now = new Canvas(width, height, scale, theme);
    if (width >= 1 && height >= 1 && !now.equals(canvas)) {
      canvas = now;
      paint();
    }
  }

  private void paint() {
    EncodedSpace of = space.encoded().get();
    Canvas on = canvas;
    if (of == null || on == null) {
      return;
    }
    boolean filled = digits.get();
    painting.request(
        Work.following("Draw the latent map", () -> painted(of, on, filled)),
        done -> {
          painted = done;
          compose();
        },
        session::fail);
  }

  private static Painted painted(EncodedSpace of, Canvas on, boolean filled) {
    MapTiles tiles = filled ? tiles(of, on) : null;
    MapBackdrop backdrop =
        filled
            ? MapBackdrop.digits(
                tiles, of.cloud().window(), on.width, on.height, on.scale, on.theme)
            : MapBackdrop.points(of.cloud(), on.width, on.height, on.scale, on.theme);
    // found here, so that the first drawing has them
    of.cloud().prepare(on.width, on.height, on.theme);
    PlaneChoice choice = of.choice();
    return new Painted(
        of,
        new LatentMap(
            of.cloud(),
            tiles,
            backdrop,
            choice.axisName(0, of.latent()),
            of.plane().isLine() ? "class" : choice.axisName(1, of.latent()),
            null,
            null,
            null));
  }

  private static MapTiles tiles(EncodedSpace of, Canvas on) {
    MapWindow window = of.cloud().window();
    MapTiles.Grid grid = MapTiles.grid(window, on.width, on.height);
    int latent = of.latent();
    float[] z = new float[grid.cells() * latent];
    for (int cell = 0; cell < grid.cells(); cell++) {
      float[] one = of.plane().lift(grid.x(cell), grid.y(cell));
      System.arraycopy(one, 0, z, cell * latent, latent);
    }
    float[] images = of.vae().decode(z).values();
    return grid.with(Arrays.copyOf(images, images.length));
  }

  private void compose() {
    if (painted != null) {
      EncodedSpace of = painted.space();
      map.set(
          painted
              .map()
              .with(cursor.point().get().on(of), cursor.a().get().on(of), cursor.b().get().on(of)));
    }
  }
}
