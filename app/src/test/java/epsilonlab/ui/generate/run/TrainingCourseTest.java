package epsilonlab.ui.generate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.HostTensor;
import epsilonlab.generative.DenoisingBatch;
import epsilonlab.generative.DenoisingEpoch;
import epsilonlab.generative.GenerativeEvent;
import epsilonlab.generative.Pictures;
import epsilonlab.model.Weights;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingCourseTest {
  @Test
  void ofALargeNetworkTheWeightsOfTheEpochsThatAreShownStay() {
    // as many as the exercise's GAN has
    int count = 2_953_745;
    Weights weights = Weights.of(Map.of("w", new HostTensor(new float[count], count)));
    TrainingCourse<DenoisingBatch, DenoisingEpoch> course = new TrainingCourse<>();
    Pictures pictures = new Pictures(new float[784]);
    for (int epoch = 0; epoch <= 50; epoch++) {
      DenoisingEpoch record = epoch == 0 ? null : new DenoisingEpoch(epoch, 1, 1, 1);
      course.accept(new GenerativeEvent.EpochDone<>(epoch, record, pictures, weights));
      assertTrue(
          course.weights().size() * (long) count <= TrainingCourse.MOST_VALUES,
          course.weights().keySet().toString());
      assertEquals(epoch, course.weights().lastKey());
    }
    assertTrue(
        course.weights().keySet().containsAll(List.of(0, 10, 20, 30, 40, 50)),
        course.weights().keySet().toString());
    assertEquals(51, course.pictures().size());
  }
}
