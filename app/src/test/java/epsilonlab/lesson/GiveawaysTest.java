package epsilonlab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import epsilonlab.lesson.file.LessonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class GiveawaysTest {
  private static String step(String title, String epsilon, String covers) {
    return """

        # %s

        ```setup
        attack.attack: fgsm
        attack.epsilon: %s
        ```

        ```question
        ask: How many are left?
        number: {from: 0, to: 1, step: 0.1}
        truth: attack.accuracy
        tolerance: 0.05
        %s
        ```
        """
        .formatted(title, epsilon, covers);
  }

  private static List<String> remarks(String body) {
    return Giveaways.of(LessonParser.parse(LessonText.with(body), "test.md"));
  }

  @Test
  void aPartThatShowsTheAnswerHasToBeCovered() {
    assertEquals(
        List.of(
            "Step “Two”: attack.curve shows the answer; name it under 'cover'.",
            "Step “Two”: attack.curve shows the answer in “One” already; name it under"
                + " 'cover_before'."),
        remarks("Text." + step("Two", "0.1", "cover: [attack.strip]")));
    assertEquals(
        List.of(
            "Step “Two”: attack.curve shows the answer in “One” already; name it under"
                + " 'cover_before'."),
        remarks("Text." + step("Two", "0.1", "cover: [attack.curve]")));
    assertEquals(List.of(), remarks("Text." + step("Two", "0.1", "cover_before: [attack.curve]")));
  }

  @Test
  void aCurveShowsEveryEpsilonAndATableOnlyItsOwn() {
    String first = step("Two", "0.1", "cover_before: [attack.curve]");
    assertEquals(
        List.of(
            "Step “Three”: attack.curve shows the answer in “Two” already; name it under"
                + " 'cover_before'."),
        remarks("Text." + first + step("Three", "0.2", "cover: [attack.curve]")));
    String table =
        """
        # Two

        ```setup
        defend.attacker: 0.1
        ```

        # Three

        ```setup
        defend.attacker: 0.2
        ```

        ```question
        ask: How many are left?
        number: {from: 0, to: 1, step: 0.1}
        truth: defend.pgd_pgd
        tolerance: 0.05
        cover: [defend.table]
        ```
        """;
    assertEquals(
        List.of(), remarks("```setup\ndefend.attacker: 0.5\n```\n\n" + table), "another attacker");
  }

  private static List<String> withTask(String done, String than) {
    return remarks(
        """
        ```task
        say: Look.
        when: {attack.accuracy: known}
        done: "%s"
        ```

        ```question
        ask: Is that much?
        options: {much: "Yes", little: "No"}
        truth:
          much: {attack.accuracy: more than %s}
          little: otherwise
        cover: [attack.curve, train.accuracy, train.curves, train.confusion]
        ```
        """
            .formatted(done, than));
  }

  @Test
  void theStepMayTellAPartOfTheAnswerAndNotAllOfIt() {
    assertEquals(List.of(), withTask("Done.", "0.5"));
    assertEquals(
        List.of("Step “One”: it says the answer itself before the guess."),
        withTask("{attack.accuracy} are left.", "0.5"));
    assertEquals(
        List.of(), withTask("{attack.accuracy} are left.", "train.test_accuracy - 0.1"), "half");
  }
}
