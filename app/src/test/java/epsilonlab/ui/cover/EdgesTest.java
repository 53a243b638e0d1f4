package epsilonlab.ui.cover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.junit.jupiter.api.Test;

class EdgesTest {
  private static Bounds box(double left, double top, double right, double bottom) {
    return new BoundingBox(left, top, right - left, bottom - top);
  }

  @Test
  void aPictureAndItsCaptionAreOneRectangle() {
    Bounds picture = box(761, 89, 963, 291);
    Bounds caption = box(764, 288, 960, 326);
    List<Bounds> all = List.of(picture, caption);
    assertEquals(picture, Edges.aligned(picture, all));
    assertEquals(box(761, 288, 963, 326), Edges.aligned(caption, all));
  }

  @Test
  void whatIsOfAnotherWidthOrFarAwayStays() {
    Bounds caption = box(764, 288, 960, 326);
    Bounds wider = box(700, 100, 963, 288);
    Bounds below = box(761, 340, 963, 400);
    Bounds beside = box(500, 288, 700, 326);
    assertEquals(caption, Edges.aligned(caption, List.of(caption, wider, below, beside)));
  }
}
