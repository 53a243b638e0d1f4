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
        .and(repeats())
        .control("attack.index", at("#digit-picker", "#search", "#random-digit", "#draw-digit"))
        .control("attack.class", at("#class-filter"))
        .control("attack.only_correct", at("#only-correct"))
        .control("attack.attack", at("#attack"))
        .control("attack.steps", at("#parameter-steps"))
        .control("attack.step_size", at("#parameter-step-size"))
        .control("attack.target", at("#target"))
        .control("attack.epsilon", slider)
        .control("attack.curves", answers.pick());
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
        .whenCovered("attack.answer", pictures::hideAnswer)
        .part("attack.after", pictures.adversarial(), pictures.after(), verdict, projector.words())
        .part("attack.answer", pictures.after(), verdict, projector.words())
        .figure("attack.probabilities", answers.bars())
        .part("attack.probabilities_after", List.of(new Place(answers.bars(), BARS_AFTER)))
        .whenCovered("attack.probabilities_after", answers::hideAfter)
        .part("attack.smallest", read.smallest(), read.tries())
        .whenCovered("attack.smallest", slider.fooledHiddenProperty()::set)
        .part("attack.verdict", verdicts())
        .figure("attack.curve", answers.chart(), answers.remark(), projector.chart())
        .figure("attack.strip", strip.digits(), strip.count());
  }

  private static TabParts repeats() {
    return new TabParts()
        .repeats("attack.answer", but("attack.answer", "attack.smallest"))
        .repeats(
            "attack.probabilities_after",
            but("attack.probabilities_after", "attack.probabilities", "attack.smallest"))
        // also marks on the slider where the digit falls
        .repeats("attack.smallest", but("attack.smallest"))
        // what to try names the smallest
        .repeats("attack.verdict", but("attack.verdict"))
        // the digit may be among the first; a verdict alone is often covered to look at the strip
        .repeats("attack.strip", but("attack.verdict", "attack.smallest"))
        .repeats("attack.strip", "attack.curve")
        .repeats("attack.curve", "attack.strip");
  }

  /** Everything that tells how the attack on the chosen digit ended, but for some. */
  private static String[] but(String... some) {
    return Stream.of(
            "attack.pictures",
            "attack.after",
            "attack.answer",
            "attack.probabilities",
            "attack.probabilities_after",
            "attack.smallest",
            "attack.verdict")
        .filter(name -> !List.of(some).contains(name))
        .toArray(String[]::new);
  }
}
