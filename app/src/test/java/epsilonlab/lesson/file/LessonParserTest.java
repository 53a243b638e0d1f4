package epsilonlab.lesson.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import epsilonlab.lesson.Block;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.LessonText;
import epsilonlab.lesson.Question;
import epsilonlab.lesson.Step;
import epsilonlab.lesson.fact.Facts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LessonParserTest {
  private static final String OPTIONS = "options: {a: A, b: B}\n";

  private static Arguments broken(int line, String says, String body) {
    return Arguments.of(LessonText.LINE + line, says, LessonText.with(body));
  }

  private static Arguments whole(int line, String says, String text) {
    return Arguments.of(line, says, text);
  }

  static Stream<Arguments> brokenFiles() {
    String front = LessonText.with("Text.");
    return Stream.of(
        whole(1, "begins with a line ---", ""),
        whole(1, "begins with a line ---", "# One\n"),
        whole(1, "is not closed", "---\nid: x\n"),
        whole(2, "is empty", "---\n---\n"),
        whole(3, "this is not YAML", "---\nid: a\n  title: b: c\n---\n# A\n"),
        whole(1, "needs 'title'", front.replace("title: Small\n", "")),
        whole(1, "needs 'minutes'", front.replace("minutes: 5\n", "")),
        whole(2, "small letters", front.replace("id: small", "id: Small One")),
        whole(3, "has no 'titel'", front.replace("title:", "titel:")),
        whole(4, "whole number from 1 to 240", front.replace("minutes: 5", "minutes: soon")),
        whole(4, "whole number from 1 to 240", front.replace("minutes: 5", "minutes: 0")),
        whole(5, "no tab 'attacks'", front.replace("[attack]", "[attacks]")),
        whole(5, "at least one tab", front.replace("[attack]", "[]")),
        whole(6, "no theory page 'x'", front.replace("summary", "theory: x\nsummary")),
        whole(4, "stands twice", front.replace("minutes: 5", "title: Again\nminutes: 5")),
        whole(2, "anchors", front.replace("id: small", "id: &a small")),
        whole(9, "at least one step", front.substring(0, front.indexOf("\n# One") + 1)),
        whole(9, "before the first step", front.replace("# One", "Text first.\n\n# One")),
        whole(9, "a step begins with #", front.replace("# One", "## One")),
        whole(9, "a heading needs a title", front.replace("# One", "#")),
        broken(0, "begins with # and", "### Three"),
        broken(2, "one explanation", "## Why?\n\n## Why again?"),
        broken(0, "no block 'tasks'", "```tasks\nsay: x\n```"),
        broken(0, "no block ''", "```\ncode\n```"),
        broken(0, "is not closed", "```setup\nlab.seed: 1"),
        broken(4, "one block 'setup'", "```setup\nlab.seed: 1\n```\n\n```setup\nlab.seed: 2\n```"),
        broken(1, "is empty", "```setup\n```"),
        broken(
            1,
            "no fact 'attack.epsilonn'; the nearest is attack.epsilon",
            "```setup\nattack.epsilonn: 0.1\n```"),
        broken(1, "it cannot be set", "```setup\nattack.label: 7\n```"),
        broken(1, "is a number, not 'much'", "```setup\nattack.epsilon: much\n```"),
        broken(1, "is a number from 0 to 0.5, not 7", "```setup\nattack.epsilon: 7\n```"),
        broken(1, "is a number from 0 to 0.5, not -0.1", "```setup\nattack.epsilon: -0.1\n```"),
        broken(1, "a whole number from 1 to 10000, not 2.5", "```suggest\nattack.steps: 2.5\n```"),
        broken(2, "number from 0 to 0.03137", "```setup\nlab.seed: 1\nphoto.epsilon: 0.04\n```"),
        broken(1, "is a number above 0, not 0", "```setup\nlogistic.c: 0\n```"),
        broken(1, "a whole number from 2 on, not 1", "```setup\nlogistic.n: 1\n```"),
        broken(1, "is true or false", "```setup\nattack.only_correct: 1\n```"),
        broken(2, "is one of fgsm", "```setup\nlab.seed: 1\nattack.attack: fgms\n```"),
        broken(1, "'name: value'", "```setup\njust words\n```"),
        broken(
            -2,
            "both set up and suggested",
            "```setup\nlab.seed: 1\n```\n\n```suggest\nlab.seed: 2\n```"),
        broken(1, "a task needs 'done'", "```task\nsay: x\nwhen: {lab.seed: 1}\n```"),
        broken(1, "a task has no 'if'", "```task\nif: x\n```"),
        broken(
            3, "no fact 'attack.lable'", "```task\nsay: x\nwhen:\n  attack.lable: 7\ndone: y\n```"),
        broken(
            3,
            "is a number, not 'seven'",
            "```task\nsay: x\nwhen:\n  attack.label: seven\ndone: y\n```"),
        broken(
            3,
            "is not more or less",
            "```task\nsay: x\nwhen:\n  attack.correct: at least 1\ndone: y\n```"),
        broken(
            3,
            "nothing is between",
            "```task\nsay: x\nwhen:\n  attack.epsilon: between 0.3 and 0.1\ndone: y\n```"),
        broken(
            3, "it can only be known", "```task\nsay: x\nwhen:\n  attack.curve: 1\ndone: y\n```"),
        broken(2, "at least one fact", "```task\nsay: x\nwhen: {}\ndone: y\n```"),
        broken(
            3,
            "no fact 'attack.nothing'",
            "```task\nsay: x\nwhen: {lab.seed: 1}\ndone: \"{attack.nothing}\"\n```"),
        broken(1, "either 'options'", "```question\nask: x\ntruth: a\n```"),
        broken(1, "needs 'truth'", "```question\nask: x\n" + OPTIONS + "```"),
        broken(1, "needs 'ask'", "```question\n" + OPTIONS + "truth: a\n```"),
        broken(
            3,
            "no option 'c'; there are a, b",
            "```question\nask: x\n" + OPTIONS + "truth: c\n```"),
        broken(2, "at least two", "```question\nask: x\noptions: {a: A}\ntruth: a\n```"),
        broken(
            4, "right or wrong", "```question\nask: x\n" + OPTIONS + "truth: a\ntolerance: 1\n```"),
        broken(
            3,
            "perhaps 'otherwise'",
            "```question\nask: x\n" + OPTIONS + "truth: {a: otherwise}\n```"),
        broken(
            1,
            "needs 'tolerance'",
            "```question\nask: x\nnumber: {from: 0, to: 1, step: 0.1}\ntruth: attack.accuracy\n```"),
        broken(
            2,
            "from the smaller to the larger",
            "```question\nask: x\nnumber: {from: 1, to: 0, step: 0.1}\ntruth: attack.accuracy\n"
                + "tolerance: 0\n```"),
        broken(
            3,
            "is not a number",
            "```question\nask: x\nnumber: {from: 0, to: 1, step: 0.1}\ntruth: attack.correct\n"
                + "tolerance: 0\n```"),
        broken(
            3,
            "neither a fact",
            "```question\nask: x\nnumber: {from: 0, to: 1, step: 0.1}\ntruth: attack.accuracy ^ 2\n"
                + "tolerance: 0\n```"),
        broken(
            4,
            "from 0 on",
            "```question\nask: x\nnumber: {from: 0, to: 1, step: 0.1}\ntruth: attack.accuracy\n"
                + "tolerance: -1\n```"),
        broken(
            2,
            "goes up from one to the next",
            "```question\nask: x\ncurve: {x: [1, 0], from: 0, to: 1, x_label: x, y_label: y}\n"
                + "truth: attack.curve\ntolerance: 0\n```"),
        broken(
            3,
            "is not a curve",
            "```question\nask: x\ncurve: {x: [0, 1], from: 0, to: 1, x_label: x, y_label: y}\n"
                + "truth: attack.accuracy\ntolerance: 0\n```"),
        broken(
            4,
            "no part 'attack.curves'; the nearest is attack.curve",
            "```question\nask: x\n" + OPTIONS + "truth: a\ncover: [attack.curves]\n```"),
        broken(1, "needs quotes", "```hints\n- first: second\n```"),
        broken(
            1, "small letters, digits and underscores", "```keep\nMy-Number: attack.epsilon\n```"),
        broken(0, "nothing above keeps 'later'", "{kept.later}"),
        broken(1, "no figure or table", "```report\nshow: [attack.after]\n```"),
        broken(1, "no fact 'attack.chart'", "```report\nnumbers: [attack.chart]\n```"),
        broken(0, "is not closed; write }", "Text with {attack.epsilon."),
        broken(0, "formula is not closed", "It costs 5 $."),
        broken(0, "no format 'seven'", "{attack.epsilon|seven}"),
        broken(0, "is a curve, which cannot", "{attack.curve}"),
        broken(0, "no links, pictures", "See [here](http://example.org)."),
        broken(0, "no links, pictures", "![x](x.png)"),
        broken(0, "emphasis is written **so**", "Very *small*."),
        broken(2, "not this", "Text.\n\n> a quotation"),
        broken(0, "not this", "<script>alert(1)</script>"),
        broken(0, "is one paragraph", "- one\n\n  two"));
  }

  @ParameterizedTest(name = "line {0}: {1}")
  @MethodSource("brokenFiles")
  void aBrokenFileGetsOneSentenceWithTheLine(int line, String says, String text) {
    LabException fault =
        assertThrows(LabException.class, () -> LessonParser.parse(text, "broken.md"));
    String sentence = fault.getMessage();
    assertTrue(sentence.startsWith("Line " + line + " of broken.md: "), sentence);
    assertTrue(sentence.contains(says), sentence);
    assertTrue(sentence.endsWith(".") && sentence.lines().count() == 1, sentence);
  }

  @Test
  void aStepHasAllOfItsParts() {
    Lesson lesson =
        LessonParser.parse(
            LessonText.with(
                """
                A change of $x*$ and **all** of $y*$,
                in two lines: {attack.epsilon|three}.

                1. first {lab.seed}
                2. second

                | a | b |
                | --- | --- |
                | {attack.before} | $x*$ |

                ```setup
                attack.attack: fgsm
                attack.only_correct: true
                ```

                ```suggest
                attack.epsilon: 0.1
                ```

                ```question
                ask: How many?
                number: {from: 0, to: 1, step: 0.5}
                truth: attack.accuracy - 0.5
                tolerance: 0.1
                cover: attack.curve
                ```

                ```task
                say: Do it.
                when:
                  attack.label: [3, 5]
                done: Done.
                ```

                ```keep
                mine: attack.accuracy
                ```

                ```words
                In your words: why?
                ```

                ```report
                show: [attack.curve]
                numbers: [attack.accuracy]
                ```

                ## Why?

                $$x^* = x + \\delta$$

                It was {kept.mine}.

                # Two

                Later: {kept.mine}."""),
            "fine.md");
    assertEquals(2, lesson.steps().size());
    Step step = lesson.steps().get(0);
    assertEquals("One", step.title());
    assertEquals(3, step.text().size());
    Facts facts =
        Facts.of(
            Map.of("attack.epsilon", 0.25, "attack.before", 7, "lab.seed", 3, "kept.mine", 0.5));
    assertEquals(
        "A change of $x*$ and **all** of $y*$, in two lines: 0.250.",
        ((Block.Paragraph) step.text().get(0)).text().fill(facts));
    Block.Items items = assertInstanceOf(Block.Items.class, step.text().get(1));
    assertTrue(items.numbered());
    assertEquals(
        List.of("first 3", "second"),
        items.items().stream().map(item -> item.fill(facts)).toList());
    Block.Rows rows = assertInstanceOf(Block.Rows.class, step.text().get(2));
    assertEquals(
        List.of("7", "$x*$"), rows.rows().get(0).stream().map(cell -> cell.fill(facts)).toList());
    assertEquals(Map.of("attack.attack", "fgsm", "attack.only_correct", true), step.setup());
    assertEquals(Map.of("attack.epsilon", 0.1), step.suggest());
    assertTrue(step.guessFirst());
    Question question = step.question().orElseThrow();
    assertEquals("attack.curve", question.cover().get(0).name());
    assertTrue(step.task().orElseThrow().isMet(Facts.of(Map.of("attack.label", 5)), Facts.NONE));
    assertEquals("In your words: why?", step.words().orElseThrow().fill(facts));
    assertEquals("Why?", step.explanation().title());
    assertEquals(new Block.Formula("x^* = x + \\delta"), step.explanation().text().get(0));
    assertEquals(List.of("attack.accuracy"), step.report().facts());
  }

  @Test
  void linesEndAsTheyLike() {
    String text = LessonText.with("A\nB {attack.epsilon}.\n\n```setup\nlab.seed: x\n```");
    for (String end : List.of("\r\n", "\r")) {
      LabException fault =
          assertThrows(
              LabException.class, () -> LessonParser.parse(text.replace("\n", end), "dos.md"));
      assertTrue(fault.getMessage().startsWith("Line 15 of dos.md"), fault.getMessage());
    }
  }
}
