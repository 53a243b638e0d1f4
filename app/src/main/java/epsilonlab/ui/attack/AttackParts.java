package epsilonlab.ui.attack;

import epsilonlab.ui.TabParts;
import epsilonlab.ui.TabParts.Place;
import epsilonlab.ui.component.EpsilonSlider;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;

/**
 * Where things are on the Attack tab that lessons cover or lock, or reports show.
 *
 * @param answers probabilities and curves
 * @param projector what takes their place while presenting
 */
record AttackParts(
    ChooseColumn choose,
    PicturesPane pictures,
    EpsilonSlider slider,
    AnswersPane answers,
    StripPane strip,
    ReadColumn read,
    ProjectorAnswer verdict,
    ProjectorPane projector) {
  // the names of the classes and the bars before the attack come first
  private static final double BARS_AFTER = 0.52;

  TabParts all() {
    return places()
        .control("attack.index", at("#digit-picker", "#search", "#random-digit", "#draw-digit"))
        .control("attack.class", at("#class-filter"))
        .control("attack.only_correct", at("#only-correct"))
        .control("attack.attack", at("#attack"))
        .control("attack.steps", at("#parameter-steps"))
        .control("attack.step_size", at("#parameter-step-size"))
        .control("attack.target", at("#target"))
        .control("attack.epsilon", slider);
  }

  /** The fields of an attack come and go with it. */
  private Node[] at(String... selectors) {
    return List.of(selectors).stream()
        .flatMap(selector -> choose.lookupAll(selector).stream())
        .toArray(Node[]::new);
  }

  private Node[] verdicts() {
    return Stream.concat(Stream.of(read.verdict(), verdict), Stream.of(read.told()))
        .toArray(Node[]::new);
  }

  private TabParts places() {
    return new TabParts()
        .figure("attack.pictures", pictures, pictures::figure)
        .part("attack.after", pictures.adversarial(), pictures.after(), verdict, projector.words())
        .figure("attack.probabilities", answers.bars())
        .part("attack.probabilities_after", List.of(new Place(answers.bars(), BARS_AFTER)))
        .whenCovered("attack.probabilities_after", answers::hideAfter)
        .part("attack.smallest", read.smallest(), read.tries())
        .whenCovered("attack.smallest", slider.fooledHiddenProperty()::set)
        .part("attack.verdict", verdicts())
        .figure("attack.curve", answers.chart(), answers.remark(), projector.chart())
        .figure("attack.strip", strip.digits(), strip.count());
  }
}
