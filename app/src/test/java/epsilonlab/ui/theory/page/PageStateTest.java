package epsilonlab.ui.theory.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import epsilonlab.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageStateTest {
  @TempDir Path folder;

  private Settings settings() {
    return Settings.load(folder.resolve("settings.json"));
  }

  private static Quantity epsilon(Settings settings) {
    return Quantity.even(
        settings, new Quantity.Naming("test.epsilon", "ε", "says"), 0, 1.5, 0.9, 0.01);
  }

  @Test
  void quantitiesAreCutRoundedAndRemembered() {
    Settings settings = settings();
    Quantity quantity = epsilon(settings);
    assertEquals(0.9, quantity.get());
    assertEquals("0.90", quantity.text());
    quantity.set(0.3512);
    assertEquals(0.35, quantity.get());
    quantity.set(7);
    assertEquals(1.5, quantity.get());
    assertEquals(1.5, epsilon(settings).get());
    settings.save();
    assertEquals(1.5, epsilon(settings()).get());
  }

  @Test
  void logarithmicQuantitiesMoveInPowersOfTen() {
    Quantity lambda =
        Quantity.logarithmic(
            settings(), new Quantity.Naming("test.lambda", "λ", "says"), 0.01, 100, 1, 0.02);
    assertEquals(-2, lambda.sliderLeast(), 1e-12);
    assertEquals(2, lambda.sliderMost(), 1e-12);
    assertEquals(10, lambda.fromSlider(1.003), 1e-9);
    lambda.set(0.0001);
    assertEquals(0.01, lambda.get(), 1e-12);
    assertEquals("0.010", lambda.text());
  }

  @Test
  void aDamagedSettingFallsBack() {
    Settings settings = settings();
    settings.set(epsilonlab.settings.Setting.of("theory.test.epsilon", Double.class, 0.0), 1e9);
    assertEquals(0.9, epsilon(settings).get());
  }

  @Test
  void pointsAreRemembered() {
    Settings settings = settings();
    Kept.point(settings, "test.x", 1, 2).set(new Point2D(-0.5, 0.25));
    assertEquals(new Point2D(-0.5, 0.25), Kept.point(settings, "test.x", 1, 2).get());
  }

  @Test
  void cloudsGrowMoveShrinkAndAreRemembered() {
    Settings settings = settings();
    List<LabelledPoint> first = List.of(new LabelledPoint(1, 1, 1), new LabelledPoint(-1, 0, -1));
    PointCloud cloud = new PointCloud(settings, "test.points", first);
    List<LabelledPoint> before = cloud.points().get();
    cloud.add(0.5, 0.5, -1);
    assertNotEquals(before, cloud.points().get());
    cloud.move(0, 2, 3);
    assertEquals(new LabelledPoint(2, 3, 1), cloud.points().get().get(0));
    cloud.remove(1);
    assertEquals(
        List.of(new LabelledPoint(2, 3, 1), new LabelledPoint(0.5, 0.5, -1)),
        new PointCloud(settings, "test.points", first).points().get());
    cloud.reset();
    assertEquals(first, cloud.points().get());
    for (int i = 0; i < 100; i++) {
      cloud.add(0, i, 1);
    }
    assertEquals(LabelledPoint.MOST, cloud.points().get().size());
  }
}
