package epsilonlab.lesson.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions, expressions, placeholders. */
class LanguageTest {
  private static final Facts FACTS =
      Facts.of(
          Map.of(
              "attack.label",
              7,
              "attack.correct",
              true,
              "attack.attack",
              "fgsm",
              "attack.epsilon",
              0.1f,
              "attack.accuracy",
              0.816,
              "attack.steps",
              5,
              "attack.l2",
              0,
              "lab.accuracy",
              0.98,
              "logistic.c",
              Double.POSITIVE_INFINITY));
  private static final Facts BEFORE = FACTS.with("attack.label", 3);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attack.label | 7 | true",
        "attack.label | 3 | false",
        "attack.label | not 7 | false",
        "attack.label | not 3 | true",
        "attack.label | one of 3, 7 | true",
        "attack.label | one of 3, 8 | false",
        "attack.label | changed | true",
        "attack.correct | changed | false",
        "attack.label | known | true",
        "attack.index | known | false",
        "attack.index | not 7 | false",
        "attack.correct | true | true",
        "attack.correct | false | false",
        "attack.attack | fgsm | true",
        "attack.attack | not pgd | true",
        "attack.epsilon | 0.1 | true",
        "attack.epsilon | at least 0.1 | true",
        "attack.epsilon | at most 0.1 | true",
        "attack.epsilon | more than 0.1 | false",
        "attack.epsilon | less than 0.1 | false",
        "attack.epsilon | between 0.1 and 0.2 | true",
        "attack.epsilon | between 0.11 and 0.2 | false",
        "attack.accuracy | less than lab.accuracy | true",
        "attack.accuracy | more than lab.accuracy - 0.1 | false",
        "attack.accuracy | more than lab.accuracy - 0.2 | true",
        "attack.accuracy | at least lab.robust | false",
        "logistic.c | inf | true",
        "logistic.c | at least 1000 | true"
      })
  void conditions(String name, String wish, boolean holds) {
    assertEquals(holds, Condition.parse(name, wish, new Names()).holds(FACTS, BEFORE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attack.label | 3 | This digit is a 7: choose a 3.",
        "attack.label | one of 3, 8 | This digit is a 7: choose a 3 or 8.",
        "attack.epsilon | at least 0.3 | ε is 0.10: move the slider to at least 0.30.",
        "attack.accuracy | at least lab.accuracy | The accuracy of 1,000 digits at this ε is"
            + " 81.6 %: bring it to at least 98.0 %.",
        "attack.accuracy | less than 0.5 | The accuracy of 1,000 digits at this ε is"
            + " 81.6 %: bring it down to less than 50.0 %.",
        "attack.loss_after | known | The cross-entropy after the attack is not there yet: choose a"
            + " model and a digit, and wait a moment.",
        "vae.loss | known | The VAE’s test loss per image is not there yet: train the VAE first.",
        "train.finished | changed | Nothing was trained in this step yet: press Train and wait for"
            + " the end.",
        "photo.reached | known | The attack has not got there yet: start it, or raise ε a little and"
            + " try again.",
        "attack.fooled | true | The attack does not fool the network yet: raise ε, or choose another"
            + " digit."
      })
  void whatIsMissingInWords(String name, String wish, String words) {
    assertEquals(words, Condition.parse(name, wish, new Names()).missing(FACTS));
  }

  /** A sentence that names what to choose is for what can be chosen. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attack.label | 7 | not 7 | The true class of the digit is 7: choose another one.",
        "attack.attack | fgsm | not fgsm | The attack is fgsm: choose another one.",
        "attack.epsilon | 0.1 | not 0.1 | The largest change of a pixel ε is 0.10: choose another"
            + " one.",
        "lab.network | mlp | not mlp | The network of the model in use is mlp: choose another one.",
        "attack.index | 4 | 17 | Digit No. 4 is in view: choose No. 17.",
        "attack.index | 4 | more than 100 | The index of the chosen test digit is 4: bring it to"
            + " more than 100.",
        "attack.label | 7 | less than 5 | The true class of the digit is 7: bring it down to less"
            + " than 5.",
        "attack.label | 7 | between 2 and 4 | The true class of the digit is 7: bring it between 2"
            + " and 4.",
        "gan.epoch | 3 | at least 10 | The GAN is at epoch 3: wait for epoch 10.",
        "gan.epoch | 12 | at most 10 | The epoch of the GAN that is looked at is 12: bring it down to at"
            + " most 10.",
        "regression.nonzero | 5 | at most 2 | Coefficients that are not 0: 5. Raise λ until it is"
            + " at most 2.",
        "regression.nonzero | 5 | at least 8 | The number of coefficients that are not 0 is 5:"
            + " bring it to at least 8.",
        "attack.label | 7 | changed | This has to change in this step: the true class of the digit.",
        "attack.correct | true | changed | This has to change in this step: the answer before the"
            + " attack is right.",
        "train.finished | 2 | changed | Nothing was trained in this step yet: press Train and wait"
            + " for the end."
      })
  void whatIsOtherwiseInWords(String name, String is, String wish, String words) {
    Format format = FactNames.find(name).orElseThrow().format();
    Object value =
        format == Format.TRUTH
            ? (Object) Boolean.valueOf(is)
            : format == Format.TEXT ? is : Double.valueOf(is);
    Facts facts = Facts.of(Map.of(name, value));
    Condition condition = Condition.parse(name, wish, new Names());
    assertFalse(condition.holds(facts, facts));
    assertEquals(words, condition.missing(facts));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{attack.label} and {attack.correct} ; 7 and yes",
        "{attack.accuracy} ; 81.6 %",
        "{attack.epsilon} ; 0.10",
        "{attack.epsilon|three} ; 0.100",
        "{lab.accuracy - attack.accuracy} ; 16.4 points",
        "{attack.epsilon / attack.steps} ; 0.02",
        "{2 * attack.epsilon} ; 0.20",
        "{attack.epsilon / attack.l2} ; …",
        "{attack.index} ; …",
        "{logistic.c} ; ∞",
        "$x_{i}$ of {attack.label} ; $x_{i}$ of 7"
      })
  void placeholders(String source, String text) {
    assertEquals(text, Template.parse(source, new Names()).fill(FACTS));
  }

  /** What the panel says of a probability stands on the screen beside it as well. */
  @ParameterizedTest
  @CsvSource({"0.9212, 92.1 %", "0.99975, 99.98 %", "0.99999, 99.99 %", "1, 100.0 %"})
  void sharesBelowAllOfIt(double share, String text) {
    assertEquals(text, Format.SHARE.write(share));
  }

  @Test
  void factsAreOfTheirKind() {
    assertThrows(IllegalArgumentException.class, () -> Facts.of(Map.of("attack.none", 1)));
    assertThrows(IllegalArgumentException.class, () -> FACTS.with("attack.label", "seven"));
    assertTrue(FACTS.with("attack.label", Double.NaN).get("attack.label").isEmpty());
    assertEquals(
        Optional.of(7.0), BEFORE.with("attack.label", null).orElse(FACTS).get("attack.label"));
    assertEquals(FACTS, Facts.of(FACTS.values()));
  }

  @Test
  void aCurveIsStraightBetweenItsPoints() {
    Curve curve = Curve.of(new double[] {0, 1, 3}, new double[] {1, 0.5, 0.1});
    assertEquals(1, curve.at(0));
    assertEquals(0.75, curve.at(0.5), 1e-12);
    assertEquals(0.3, curve.at(2), 1e-12);
    assertEquals(0.1, curve.at(3), 1e-12);
    assertFalse(curve.covers(3.1));
    assertThrows(IllegalArgumentException.class, () -> curve.at(-1));
    assertThrows(
        IllegalArgumentException.class, () -> Curve.of(new double[] {1, 1}, new double[] {0, 0}));
  }

  /** Whoever reads a list of facts must be able to tell them apart, and find the tab. */
  @Test
  void theCatalogueIsOrderly() {
    List<String> nouns = FactNames.ALL.stream().map(FactName::noun).toList();
    assertEquals(nouns.size(), nouns.stream().collect(Collectors.toSet()).size());
    List<String> parts = PartNames.ALL.stream().map(PartName::name).toList();
    assertEquals(parts.size(), parts.stream().collect(Collectors.toSet()).size());
    for (FactName fact : FactNames.ALL) {
      assertTrue(fact.name().matches("[a-z]+\\.[a-z0-9_]+"), fact.name());
      assertTrue(fact.choices().isEmpty() || fact.format() == Format.TEXT, fact.name());
    }
  }
}
