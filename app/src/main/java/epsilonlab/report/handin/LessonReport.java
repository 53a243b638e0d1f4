package epsilonlab.report.handin;

import epsilonlab.lesson.Block;
import epsilonlab.lesson.Guess;
import epsilonlab.lesson.Question;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.fact.SettingWords;
import epsilonlab.lesson.fact.Template;
import epsilonlab.lesson.run.HandIn;
import epsilonlab.report.GuessChart;
import epsilonlab.report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report of a lesson: a section a step, with the task, the guess beside the truth, the
 * student's words, and the figures and numbers that the lesson asks for; settings and environment
 * in front.
 */
public final class LessonReport {
  private static final double CHART = 480;
  private static final Map<String, String> MADE_WITH = madeWith();

  private LessonReport() {}

  private static Map<String, String> madeWith() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("data set", "lab.dataset");
    all.put("model", "lab.model");
    all.put("seed", "lab.seed");
    return all;
  }

  /**
   * The report of what a student hands in.
   *
   * @param byline who hands it in, and when
   * @param settings settings, seed, data set, model and environment, in the order in which they are
   *     listed
   * @param networks what the models are that it was made with, by {@link NetworksUsed}
   * @param shown the figures and tables of a part of the window as they were when the step was
   *     done; an empty list where they are not known
   */
  public static ReportDocument of(
      HandIn handIn,
      Byline byline,
      Map<String, ?> settings,
      Optional<ReportSection> networks,
      BiFunction<HandIn.Section, PartName, List<ReportBlock>> shown) {
    List<ReportSection> sections = new ArrayList<>();
    if (!settings.isEmpty()) {
      sections.add(
          new ReportSection(
              "Settings",
              List.of(CollectedReport.values("setting", withAttacks(settings, handIn)))));
    }
    networks.ifPresent(sections::add);
    handIn.sections().forEach(section -> sections.add(section(section, shown)));
    return new ReportDocument(title(handIn), byline.words(), summary(handIn), sections);
  }

  private static Map<String, Object> withAttacks(Map<String, ?> settings, HandIn handIn) {
    Map<String, Object> all = new LinkedHashMap<>(settings);
    String attacks =
        handIn.sections().stream()
            .flatMap(section -> attack(section).stream())
            .distinct()
            .collect(Collectors.joining(" / "));
    if (!attacks.isEmpty()) {
      all.put("attack", attacks);
    }
    return all;
  }

  /** The attack of a step whose figures or numbers come of it. */
  private static Optional<String> attack(HandIn.Section section) {
    boolean shown =
        Stream.concat(
                section.parts().stream().map(PartName::name),
                section.numbers().stream().map(HandIn.Value::name))
            .anyMatch(name -> name.startsWith("attack."));
    return Optional.of(section.facts())
        .filter(facts -> shown)
        .flatMap(facts -> words("attack.attack", facts))
        .map(attack -> attack + parameters(section.facts()));
  }

  private static String parameters(Facts facts) {
    StringBuilder all = new StringBuilder();
    for (String name : List.of("attack.steps", "attack.step_size")) {
      String noun = SettingWords.noun(FactNames.find(name).orElseThrow());
      words(name, facts).ifPresent(value -> all.append("; ").append(noun + ": " + value));
    }
    return all.toString();
  }

  private static Optional<String> words(String name, Facts facts) {
    return facts
        .get(name)
        .map(value -> SettingWords.value(FactNames.find(name).orElseThrow(), value));
  }

  private static String title(HandIn handIn) {
    return handIn.number() > 0
        ? "Lesson " + handIn.number() + ": " + handIn.lesson()
        : "Lesson: " + handIn.lesson();
  }

  private static String summary(HandIn handIn) {
    return handIn.summary() + (handIn.complete() ? "" : " Not all steps are done yet.");
  }

  private static ReportSection section(
      HandIn.Section section, BiFunction<HandIn.Section, PartName, List<ReportBlock>> shown) {
    Facts facts = section.facts();
    List<ReportBlock> blocks = new ArrayList<>();
    section.text().forEach(block -> blocks.add(block(block, facts)));
    section
        .task()
        .ifPresent(
            task -> {
              blocks.add(marked("**Task.** " + task.say()));
              if (!task.done().isBlank()) {
                blocks.add(marked("**Done.** " + task.done()));
              }
            });
    section
        .question()
        .ifPresent(
            asked -> {
              blocks.add(
                  new ReportBlock.Prediction(
                      plain(asked.ask()),
                      plain(asked.comparison().guess()),
                      plain(asked.comparison().truth()),
                      asked.comparison().right(),
                      plain(asked.comparison().words())));
              if (asked.kind() instanceof Question.Drawn drawn) {
                blocks.add(curves(drawn, asked));
              }
            });
    section.parts().forEach(part -> blocks.addAll(shown.apply(section, part)));
    if (!section.numbers().isEmpty()) {
      Table table = new Table("number", "value");
      section.numbers().forEach(number -> table.add(number.noun(), number.text()));
      blocks.add(new ReportBlock.Rows(table));
    }
    if (!section.parts().isEmpty() || !section.numbers().isEmpty()) {
      madeWith(section).ifPresent(blocks::add);
    }
    section.explanation().forEach(block -> blocks.add(block(block, facts)));
    section
        .words()
        .ifPresent(
            words -> blocks.add(new ReportBlock.OwnWords(plain(words.ask()), words.answer())));
    if (section.hintsOpened() > 0) {
      blocks.add(
          new ReportBlock.Paragraph(RichText.plain("Hints opened: " + section.hintsOpened())));
    }
    return new ReportSection(section.title(), blocks);
  }

  /** Data, model, seed and attack of this step, which may be others than those at the end. */
  private static Optional<ReportBlock> madeWith(HandIn.Section section) {
    List<String> all = new ArrayList<>();
    MADE_WITH.forEach(
        (noun, name) ->
            words(name, section.facts()).ifPresent(value -> all.add(noun + " " + value)));
    List<String> sentences = new ArrayList<>();
    if (!all.isEmpty()) {
      sentences.add("Made with " + String.join(", ", all) + ".");
    }
    attack(section).ifPresent(attack -> sentences.add("Attack: " + attack + "."));
    return sentences.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReportBlock.Paragraph(RichText.plain(String.join(" ", sentences))));
  }

  private static ReportBlock marked(String text) {
    return new ReportBlock.Paragraph(RichText.marked(text));
  }

  private static String plain(String marked) {
    return RichText.marked(marked).words();
  }

  private static ReportBlock block(Block block, Facts facts) {
    if (block instanceof Block.Paragraph paragraph) {
      return marked(paragraph.text().fill(facts));
    }
    if (block instanceof Block.Items items) {
      return new ReportBlock.Items(
          items.numbered(),
          items.items().stream().map(item -> RichText.marked(item.fill(facts))).toList());
    }
    if (block instanceof Block.Formula formula) {
      return new ReportBlock.Formula(formula.latex());
    }
    Block.Rows rows = (Block.Rows) block;
    Table table = new Table(cells(rows.header(), facts));
    rows.rows().forEach(row -> table.add((Object[]) cells(row, facts)));
    return new ReportBlock.Rows(table);
  }

  private static String[] cells(List<Template> row, Facts facts) {
    return row.stream().map(cell -> plain(cell.fill(facts))).toArray(String[]::new);
  }

  /** The drawn guess and the truth in one chart. */
  private static ReportBlock curves(Question.Drawn drawn, HandIn.Answered asked) {
    return new ReportBlock.Drawing(
        GuessChart.of(drawn, (Guess.Line) asked.guess(), Optional.of((Guess.Line) asked.truth())),
        CHART,
        "The guess (dashed) and the truth");
  }
}
