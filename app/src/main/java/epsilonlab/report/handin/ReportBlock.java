package epsilonlab.report.handin;

import epsilonlab.report.Table;
import epsilonlab.report.figure.Figure;
import java.util.List;

/** A piece of a report. */
public sealed interface ReportBlock {
  /** The block, and behind it a table of its numbers if it is a figure that wants one. */
  default List<ReportBlock> withNumbers() {
    return List.of(this);
  }

  /** A paragraph. */
  record Paragraph(RichText text) implements ReportBlock {}

  /** A list with dots or numbers. */
  record Items(boolean numbered, List<RichText> items) implements ReportBlock {}

  /** A formula on a line of its own, in LaTeX without dollar signs. */
  record Formula(String latex) implements ReportBlock {}

  /** A table. */
  record Rows(Table table) implements ReportBlock {}

  /**
   * A figure, painted on light ground.
   *
   * @param width in logical pixels; the height is the one that it prefers
   * @param caption below it
   */
  record Drawing(Figure figure, double width, String caption) implements ReportBlock {
    /** Takes the figure as it stands in a report. */
    public Drawing {
      figure = figure.inReport();
    }

    @Override
    public List<ReportBlock> withNumbers() {
      return figure.wantsNumbers()
          ? List.of(this, new Rows(Table.of(figure.toTable())))
          : List.of(this);
    }
  }

  /**
   * A picture.
   *
   * @param png its file
   * @param width in logical pixels
   * @param caption below it; empty for none
   * @param description for those who cannot see it
   */
  record Picture(byte[] png, double width, String caption, String description)
      implements ReportBlock {}

  /**
   * What a student predicted, beside the truth.
   *
   * @param right whether it was right, or near enough
   * @param words how they differ, in a sentence
   */
  record Prediction(String ask, String guess, String truth, boolean right, String words)
      implements ReportBlock {}

  /** A question and what the student answered in own words. */
  record OwnWords(String ask, String answer) implements ReportBlock {}
}
