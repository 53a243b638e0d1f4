package epsilonlab.lesson.file;

import epsilonlab.lesson.Question;
import epsilonlab.lesson.Question.Options.Case;
import epsilonlab.lesson.fact.Condition;
import epsilonlab.lesson.fact.Expression;
import epsilonlab.lesson.fact.Format;
import epsilonlab.lesson.fact.Names;
import epsilonlab.lesson.fact.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a question. */
final class QuestionReader {
  private static final String WHAT = "a question";
  private static final String OTHERWISE = "otherwise";
  private static final List<String> FIELDS =
      List.of(
          "ask",
          "options",
          "number",
          "curve",
          "truth",
          "tolerance",
          "told",
          "cover",
          "cover_before");

  private final Names names;

  QuestionReader(Names names) {
    this.names = names;
  }

  Question read(Yaml yaml) {
    Map<String, Yaml> all = yaml.map(WHAT, FIELDS);
    Yaml ask = Field.needed(all, "ask", yaml.line(), WHAT);
    return new Question(
        template(ask),
        answer(all, yaml.line()),
        StepReader.parts(all.get("cover")),
        StepReader.parts(all.get("cover_before")),
        Optional.ofNullable(all.get("told")).map(this::template));
  }

  private Template template(Yaml yaml) {
    String text = yaml.text("a text");
    return LessonFault.at(yaml.line(), () -> Template.parse(text, names));
  }

  private Question.Answer answer(Map<String, Yaml> all, int line) {
    List<String> kinds = List.of("options", "number", "curve");
    if (kinds.stream().filter(all::containsKey).count() != 1) {
      throw new LessonFault(line, WHAT + " has either 'options', a 'number' or a 'curve'");
    }
    Yaml truth = Field.needed(all, "truth", line, WHAT);
    if (all.containsKey("options")) {
      if (all.containsKey("tolerance")) {
        throw new LessonFault(all.get("tolerance").line(), "options are right or wrong");
      }
      return options(all.get("options"), truth);
    }
    Yaml tolerance = Field.needed(all, "tolerance", line, WHAT);
    return all.containsKey("number")
        ? slider(all.get("number"), truth, tolerance)
        : drawn(all.get("curve"), truth, tolerance);
  }

  private Question.Answer options(Yaml yaml, Yaml truth) {
    Map<String, String> options = new LinkedHashMap<>();
    yaml.map("'options'")
        .forEach(
            (name, text) -> {
              String words = text.text("an option");
              if (words.contains("{")) {
                throw new LessonFault(text.line(), "an option has no placeholders");
              }
              options.put(name, words);
            });
    if (options.size() < 2) {
      throw new LessonFault(yaml.line(), "'options' are at least two");
    }
    List<Case> truths = new ArrayList<>();
    if (!truth.isMap()) {
      truths.add(new Case(known(options, truth.text("'truth'"), truth.line()), List.of()));
      return new Question.Options(options, truths);
    }
    truth
        .map("'truth'")
        .forEach(
            (name, when) ->
                truths.add(
                    new Case(known(options, name, when.line()), conditions(when, truths.size()))));
    return new Question.Options(options, truths);
  }

  private static String known(Map<String, String> options, String name, int line) {
    if (!options.containsKey(name)) {
      throw new LessonFault(
          line,
          "there is no option '" + name + "'; there are " + String.join(", ", options.keySet()));
    }
    return name;
  }

  private List<Condition> conditions(Yaml when, int before) {
    if (!when.isMap()) {
      if (before > 0 && when.text("'truth'").equals(OTHERWISE)) {
        return List.of();
      }
      throw new LessonFault(
          when.line(), "an option is right when facts hold, the last one perhaps 'otherwise'");
    }
    return StepReader.conditions(when, names);
  }

  private Question.Answer slider(Yaml yaml, Yaml truth, Yaml tolerance) {
    Map<String, Yaml> all = yaml.map("'number'", List.of("from", "to", "step"));
    double from = number(all, "from", yaml);
    double to = number(all, "to", yaml);
    double step = number(all, "step", yaml);
    if (!(from < to) || !(step > 0) || step > to - from) {
      throw new LessonFault(yaml.line(), "'number' goes from the smaller to the larger in steps");
    }
    Expression value = expression(truth);
    if (!value.format().isNumber()) {
      throw new LessonFault(truth.line(), "'" + value + "' is not a number");
    }
    return new Question.Slider(from, to, step, tolerance(tolerance), value.format(), value);
  }

  private Question.Answer drawn(Yaml yaml, Yaml truth, Yaml tolerance) {
    Map<String, Yaml> all = yaml.map("'curve'", List.of("x", "from", "to", "x_label", "y_label"));
    Yaml x = Field.needed(all, "x", yaml.line(), "'curve'");
    List<Double> at =
        x.list().stream()
            .map(item -> Field.number(item, "x", -Double.MAX_VALUE, Double.MAX_VALUE))
            .toList();
    for (int i = 1; i < at.size(); i++) {
      if (!(at.get(i) > at.get(i - 1))) {
        throw new LessonFault(x.line(), "'x' goes up from one to the next");
      }
    }
    double from = number(all, "from", yaml);
    double to = number(all, "to", yaml);
    if (at.size() < 2 || !(from < to)) {
      throw new LessonFault(yaml.line(), "'curve' has two x at least, and 'from' is below 'to'");
    }
    Expression value = expression(truth);
    if (value.format() != Format.CURVE) {
      throw new LessonFault(truth.line(), "'" + value + "' is not a curve");
    }
    return new Question.Drawn(
        at,
        from,
        to,
        tolerance(tolerance),
        Format.SHARE,
        Field.text(all, "x_label", yaml.line(), "'curve'"),
        Field.text(all, "y_label", yaml.line(), "'curve'"),
        value);
  }

  private Expression expression(Yaml yaml) {
    String text = yaml.text("'truth'");
    return LessonFault.at(yaml.line(), () -> Expression.parse(text, names));
  }

  private static double tolerance(Yaml yaml) {
    return Field.number(yaml, "tolerance", 0, Double.MAX_VALUE);
  }

  private static double number(Map<String, Yaml> all, String name, Yaml of) {
    return Field.number(
        Field.needed(all, name, of.line(), "the answer"),
        name,
        -Double.MAX_VALUE,
        Double.MAX_VALUE);
  }
}
