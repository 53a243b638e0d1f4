package epsilonlab.lesson;

import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.run.HandIn;
import epsilonlab.report.handin.Byline;
import epsilonlab.report.handin.HandInReport;
import epsilonlab.report.handin.LessonReport;
import epsilonlab.report.handin.ReportBlock;
import epsilonlab.report.handin.ReportDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a student hands in as PDF, and its words as they are read back. */
public final class HandInPdf {
  /** Who hands it in, and when. */
  public static final Byline ADA = new Byline("Ada Lovelace", LocalDate.of(2026, 11, 21));

  private final String words;

  private HandInPdf(String words) {
    this.words = words;
  }

  /** Made without the figures of the window. */
  public static HandInPdf of(HandIn handIn) {
    return of(handIn, Map.of(), (section, part) -> List.of(), false);
  }

  /** Made with a figure for every part that the lesson shows. */
  public static HandInPdf of(
      HandIn handIn,
      Map<String, ?> settings,
      BiFunction<HandIn.Section, PartName, List<ReportBlock>> shown) {
    HandInPdf pdf = of(handIn, settings, shown, true);
    settings.values().forEach(value -> pdf.holds(value.toString()));
    return pdf;
  }

  private static HandInPdf of(
      HandIn handIn,
      Map<String, ?> settings,
      BiFunction<HandIn.Section, PartName, List<ReportBlock>> shown,
      boolean withFigures) {
    ReportDocument report = LessonReport.of(handIn, ADA, settings, Optional.empty(), shown);
    HandInPdf pdf = new HandInPdf(flat(text(report)));
    pdf.holds("Ada Lovelace, 21 November 2026");
    for (HandIn.Section section : handIn.sections()) {
      pdf.holds(section.title());
      section.task().ifPresent(task -> pdf.holds(task.done()));
      section.question().ifPresent(asked -> pdf.holds(asked.comparison().guess()));
      section.question().ifPresent(asked -> pdf.holds(asked.comparison().truth()));
      section.question().ifPresent(asked -> pdf.holds(asked.comparison().words()));
      section.words().ifPresent(own -> pdf.holds(own.answer()));
      section.numbers().forEach(number -> pdf.holds(number.noun() + number.text()));
      if (withFigures) {
        section.parts().forEach(part -> pdf.holds("The " + part.noun()));
      }
    }
    return pdf;
  }

  private static String text(ReportDocument report) {
    try {
      Path file = Files.createTempFile("hand-in", ".pdf");
      HandInReport.write(file, report);
      try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
        return new PDFTextStripper().getText(pdf);
      } finally {
        Files.delete(file);
      }
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** That these words stand in it. */
  public void holds(String part) {
    assertTrue(words.contains(flat(part)), () -> part + " is missing in " + words);
  }

  /** Without what a page breaks, and without marks. */
  private static String flat(String text) {
    return text.replace("**", "").replaceAll("[\\s$_]", "").replaceAll("[0-9]+/[0-9]+", "");
  }
}
