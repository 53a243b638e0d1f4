package epsilonlab.ui.lecture;

import java.util.Objects;

/** The stylesheet of the lecture's parts. */
final class LectureStyle {
  private LectureStyle() {}

  static String sheet() {
    return Objects.requireNonNull(LectureStyle.class.getResource("/epsilonlab/ui/css/lecture.css"))
        .toExternalForm();
  }
}
