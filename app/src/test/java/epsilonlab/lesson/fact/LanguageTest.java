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
