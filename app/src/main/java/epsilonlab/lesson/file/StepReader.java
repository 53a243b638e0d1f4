package epsilonlab.lesson.file;

import epsilonlab.lesson.Block;
import epsilonlab.lesson.Question;
import epsilonlab.lesson.Step;
import epsilonlab.lesson.Task;
import epsilonlab.lesson.fact.Condition;
import epsilonlab.lesson.fact.Expression;
import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.Literal;
import epsilonlab.lesson.fact.Names;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.fact.SettableRange;
import epsilonlab.lesson.fact.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers a step from its blocks, in the order in which they come. */
final class StepReader {
  /** The words behind the three backticks. */
  static final List<String> FENCES =
      List.of("setup", "suggest", "task", "question", "hints", "words", "keep", "report");

  private final String title;
  private final int line;
  private final Names names;
  private final Set<String> seen = new HashSet<>();
  private final List<Block> text = new ArrayList<>();
  private final List<Block> explanation = new ArrayList<>();
  private String explanationTitle = "";
  private Map<String, Object> setup = Map.of();
  private Map<String, Object> suggest = Map.of();
  private Task task;
  private Question question;
  private boolean guessFirst;
  private List<Template> hints = List.of();
  private Template words;
  private Map<String, Expression> keep = Map.of();
  private Step.Report report = Step.Report.NONE;

  StepReader(String title, int line, Names names) {
    this.title = title;
    this.line = line;
    this.names = names;
  }

  /** A piece of text, above or within the explanation. */
  void text(Block block) {
    (explanationTitle.isEmpty() ? text : explanation).add(block);
  }

  /** The explanation begins. */
  void explain(String heading, int at) {
    if (!explanationTitle.isEmpty()) {
      throw new LessonFault(at, "a step has one explanation; begin the next step with a single #");
    }
    explanationTitle = heading;
  }

  /**
   * A fenced block.
   *
   * @param source what stands between the fences
   * @param at the line of the fence
   */
  void fence(String kind, String source, int at) {
    if (!FENCES.contains(kind)) {
      throw new LessonFault(
          at, "there is no block '" + kind + "'; there are " + String.join(", ", FENCES));
    }
    if (!seen.add(kind)) {
      throw new LessonFault(at, "a step has one block '" + kind + "'");
    }
    if (kind.equals("words")) {
      words = words(source, at + 1);
      return;
    }
    Yaml yaml = Yaml.parse(source, at + 1, "the block '" + kind + "'");
    switch (kind) {
      case "setup" -> setup = settings(yaml, kind);
      case "suggest" -> suggest = settings(yaml, kind);
      case "task" -> task = task(yaml);
      case "question" -> {
        question = new QuestionReader(names).read(yaml);
        guessFirst = task == null;
      }
      case "hints" -> hints = yaml.list().stream().map(this::template).toList();
      case "keep" -> keep = kept(yaml);
      default -> report = report(yaml);
    }
  }

  /** The step, when all of its blocks have come. */
  Step finish() {
    for (String name : setup.keySet()) {
      if (suggest.containsKey(name)) {
        throw new LessonFault(line, "'" + name + "' is both set up and suggested; leave one out");
      }
    }
    return new Step(
        title,
        List.copyOf(text),
        setup,
        suggest,
        Optional.ofNullable(task),
        Optional.ofNullable(question),
        guessFirst && task != null,
        hints,
        new Step.Explanation(explanationTitle, List.copyOf(explanation)),
        Optional.ofNullable(words),
        keep,
        report);
  }

  /** A question is a plain text, so that it may have colons. */
  private Template words(String source, int at) {
    String text = source.replaceAll("\\s+", " ").strip();
    if (text.isEmpty()) {
      throw new LessonFault(at, "the block 'words' is empty; ask something");
    }
    return LessonFault.at(at, () -> Template.parse(text, names));
  }

  private Template template(Yaml yaml) {
    String source = yaml.text("a text");
    return LessonFault.at(yaml.line(), () -> Template.parse(source, names));
  }

  private static Map<String, Object> settings(Yaml yaml, String kind) {
    Map<String, Object> all = new LinkedHashMap<>();
    yaml.map("'" + kind + "'").forEach((name, value) -> all.put(name, setting(name, value)));
    return all;
  }

  private static Object setting(String name, Yaml value) {
    FactName fact = LessonFault.at(value.line(), () -> Names.fact(name));
    if (!fact.settable()) {
      throw new LessonFault(
          value.line(), "'" + name + "' is what the lab finds out; it cannot be set");
    }
    String text = value.text("'" + name + "'");
    return LessonFault.at(
        value.line(),
        () -> {
          Object wanted = Literal.of(name, fact.format(), text);
          SettableRange.check(name, wanted);
          return wanted;
        });
  }

  private Task task(Yaml yaml) {
    String what = "a task";
    Map<String, Yaml> all = yaml.map(what, List.of("say", "when", "done"));
    return new Task(
        template(Field.needed(all, "say", yaml.line(), what)),
        conditions(Field.needed(all, "when", yaml.line(), what), names),
        template(Field.needed(all, "done", yaml.line(), what)));
  }

  /** Conditions by the fact that they ask for. */
  static List<Condition> conditions(Yaml yaml, Names names) {
    List<Condition> all = new ArrayList<>();
    yaml.map("'when'")
        .forEach(
            (name, wish) -> {
              String text =
                  wish.isList()
                      ? "one of "
                          + String.join(
                              ",", wish.list().stream().map(one -> one.text("a value")).toList())
                      : wish.text("a condition");
              all.add(LessonFault.at(wish.line(), () -> Condition.parse(name, text, names)));
            });
    if (all.isEmpty()) {
      throw new LessonFault(yaml.line(), "name at least one fact that must hold");
    }
    return List.copyOf(all);
  }

  private Map<String, Expression> kept(Yaml yaml) {
    Map<String, Expression> all = new LinkedHashMap<>();
    yaml.map("'keep'")
        .forEach(
            (name, value) -> {
              String source = value.text("'" + name + "'");
              all.put(name, LessonFault.at(value.line(), () -> keep(name, source)));
            });
    return all;
  }

  private Expression keep(String name, String source) {
    Expression expression = Expression.parse(source, names);
    names.keep(name, expression.format());
    return expression;
  }

  private static Step.Report report(Yaml yaml) {
    Map<String, Yaml> all = yaml.map("'report'", List.of("show", "numbers"));
    List<PartName> shown = parts(all.get("show"));
    for (PartName part : shown) {
      if (part.report() == PartName.Kind.NOTHING) {
        throw new LessonFault(
            all.get("show").line(),
            "'" + part.name() + "' can be covered, but is no figure or table for a report");
      }
    }
    List<String> numbers = new ArrayList<>();
    if (all.containsKey("numbers")) {
      for (Yaml item : all.get("numbers").list()) {
        String name = item.text("a fact");
        numbers.add(LessonFault.at(item.line(), () -> Names.fact(name)).name());
      }
    }
    return new Step.Report(shown, List.copyOf(numbers));
  }

  /** Parts of the window; none where nothing is written. */
  static List<PartName> parts(Yaml yaml) {
    if (yaml == null) {
      return List.of();
    }
    return yaml.list().stream()
        .map(
            item -> {
              String name = item.text("a part");
              return LessonFault.at(item.line(), () -> Names.part(name));
            })
        .toList();
  }
}
