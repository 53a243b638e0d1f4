package epsilonlab.report.handin;

import epsilonlab.lesson.Block;
import epsilonlab.lesson.Guess;
import epsilonlab.lesson.Question;
import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.fact.Template;
import epsilonlab.lesson.run.HandIn;
import epsilonlab.report.GuessChart;
import epsilonlab.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The report of a lesson: what was asked, guessed, seen, measured and said, step by step. */
public final class LessonReport {
  private static final double GUESS_WIDTH = 420;

  private LessonReport() {}

  /** The figures and tables of a lesson. */
  public interface Shown {
    /**
     * What a part showed when a step was done.
     *
     * @param section the index of the step among those that are handed in
     * @return empty if there is nothing of it
     */
    Optional<ReportBlock> part(int section, PartName part);
  }

  /** A report. */
  public static ReportDocument of(HandIn handIn, Shown shown) {
    List<ReportSection> sections = new ArrayList<>();
    for (int i = 0; i < handIn.sections().size(); i++) {
      sections.add(section(handIn.sections().get(i), i, shown));
    }
    settings(handIn).ifPresent(sections::add);
    String title = handIn.number() > 0 ? "Lesson " + handIn.number() + ": " : "Lesson: ";
    String undone = handIn.complete() ? "" : " Not all of its steps are done yet.";
    return new ReportDocument(title + handIn.lesson(), handIn.summary() + undone, sections);
  }

  private static ReportSection section(HandIn.Section step, int index, Shown shown) {
    List<ReportBlock> blocks = new ArrayList<>(text(step.text(), step.facts()));
    step.task()
        .ifPresent(
            task -> {
              blocks.add(marked("**Task.** " + task.say()));
              if (!task.done().isBlank()) {
                blocks.add(marked("**Done.** " + task.done()));
              }
            });
    step.question().ifPresent(answered -> blocks.addAll(answered(answered)));
    step.parts().forEach(part -> shown.part(index, part).ifPresent(blocks::add));
    numbers(step.numbers()).ifPresent(blocks::add);
    blocks.addAll(text(step.explanation(), step.facts()));
    step.words()
        .ifPresent(words -> blocks.add(new ReportBlock.OwnWords(words.ask(), words.answer())));
    if (step.hintsOpened() > 0) {
      blocks.add(marked("Hints opened: " + step.hintsOpened() + "."));
    }
    return new ReportSection(step.title(), blocks);
  }

  private static List<ReportBlock> answered(HandIn.Answered answered) {
    List<ReportBlock> blocks = new ArrayList<>();
    blocks.add(
        new ReportBlock.Prediction(
            answered.ask(),
            answered.comparison().guess(),
            answered.comparison().truth(),
            answered.comparison().right(),
            answered.comparison().words()));
    if (answered.kind() instanceof Question.Drawn drawn) {
      blocks.add(
          new ReportBlock.Drawing(
              GuessChart.of(
                  drawn, (Guess.Line) answered.guess(), Optional.of((Guess.Line) answered.truth())),
              GUESS_WIDTH,
              "The guessed curve and the measured one."));
    }
    return blocks;
  }

  private static List<ReportBlock> text(List<Block> text, Facts facts) {
    return text.stream().map(block -> block(block, facts)).toList();
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
    Table table = new Table(plain(rows.header(), facts).toArray(String[]::new));
    rows.rows().forEach(row -> table.add(plain(row, facts).toArray()));
    return new ReportBlock.Rows(table);
  }

  private static List<String> plain(List<Template> cells, Facts facts) {
    return cells.stream().map(cell -> RichText.marked(cell.fill(facts)).words()).toList();
  }

  private static ReportBlock marked(String text) {
    return new ReportBlock.Paragraph(RichText.marked(text));
  }

  private static Optional<ReportBlock> numbers(List<HandIn.Value> values) {
    Table table = new Table("what", "value");
    values.forEach(value -> table.add(value.noun(), value.text()));
    return values.isEmpty() ? Optional.empty() : Optional.of(new ReportBlock.Rows(table));
  }

  /** What the last step ran on: data, seed, model. */
  private static Optional<ReportSection> settings(HandIn handIn) {
    if (handIn.sections().isEmpty()) {
      return Optional.empty();
    }
    Facts last = handIn.sections().get(handIn.sections().size() - 1).facts();
    Table table = new Table("what", "value");
    for (FactName fact : FactNames.ALL) {
      if (fact.tab().equals("lab") && !fact.name().equals("lab.tab")) {
        last.get(fact.name())
            .ifPresent(value -> table.add(fact.noun(), fact.format().write(value)));
      }
    }
    return table.rows().isEmpty()
        ? Optional.empty()
        : Optional.of(new ReportSection("Settings", List.of(new ReportBlock.Rows(table))));
  }
}
