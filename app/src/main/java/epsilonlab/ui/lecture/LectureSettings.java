package epsilonlab.ui.lecture;

import com.google.gson.reflect.TypeToken;
import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.fact.PartNames;
import epsilonlab.report.capsule.Moment;
import epsilonlab.settings.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the lab remembers of a lecture: its moments. */
public final class LectureSettings {
  /** The moments in order. */
  static final Setting<List<Kept>> MOMENTS =
      Setting.generic("lecture.moments", new TypeToken<List<Kept>>() {}, List.of());

  private LectureSettings() {}

  /**
   * A moment as the settings keep it.
   *
   * @param covered the names of the covered parts
   */
  record Kept(String title, String say, Map<String, Object> settings, List<String> covered) {
    static Kept of(Moment moment) {
      return new Kept(
          moment.title(),
          moment.say(),
          moment.settings(),
          moment.covered().stream().map(PartName::name).toList());
    }

    /** The moment; what this version of the lab does not know is left out of it. */
    Moment moment() {
      Map<String, Object> known = new LinkedHashMap<>();
      settings.forEach(
          (name, value) -> {
            boolean settable =
                FactNames.find(name)
                    .filter(FactName::settable)
                    .filter(fact -> fact.refuses(value).isEmpty())
                    .isPresent();
            if (settable) {
              known.put(name, value);
            }
          });
      return new Moment(
          title,
          say,
          known,
          covered.stream().map(PartNames::find).flatMap(Optional::stream).toList());
    }
  }
}
