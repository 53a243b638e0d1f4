package epsilonlab.ui.generate.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import epsilonlab.ui.generate.run.TrainingCourse.At;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseCurveTest {
  private static CourseCurve of(double... values) {
    List<At<Double>> course = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      course.add(new At<>((i + 1) * 0.1, values[i]));
    }
    return CourseCurve.of(course, value -> value);
  }

  @Test
  void theMeanOfOneValueIsThatValueFromTheFirstOn() {
    assertArrayEquals(new double[] {3, 3, 3, 3}, of(3, 3, 3, 3).smooth(0.3).y(), 1e-12);
  }

  @Test
  void weighsEachValueByItsAge() {
    double memory = Math.exp(-0.1 / 0.3);
    double[] values = {1, 5, 2};
    double top = 0;
    double bottom = 0;
    for (int i = 0; i < 3; i++) {
      top += values[i] * Math.pow(memory, 2 - i);
      bottom += Math.pow(memory, 2 - i);
    }
    CourseCurve smooth = of(values).smooth(0.3);
    assertEquals(1, smooth.y()[0], 1e-12);
    assertEquals(top / bottom, smooth.y()[2], 1e-9);
    assertArrayEquals(new double[] {0.1, 0.2, 0.3}, smooth.x(), 1e-12);
  }
}
