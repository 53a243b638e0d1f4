package epsilonlab.lesson.file;

import epsilonlab.data.Digests;
import epsilonlab.engine.LabException;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.Step;
import epsilonlab.lesson.fact.Names;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads the text of a lesson. Markdown: a heading with one # begins a step, with two # the step's
 * explanation; fenced blocks hold YAML. docs/writing-lessons.md describes the form.
 */
public final class LessonParser {
  private static final Parser MARKDOWN =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  private final Names names = new Names();
  private final List<String> lines;
  private final List<Step> steps = new ArrayList<>();
  private StepReader step;

  private LessonParser(List<String> lines) {
    this.lines = lines;
  }

  /**
   * Reads a lesson.
   *
   * @param file what the text is called in a sentence
   * @throws LabException with the line of the first fault
   */
  public static Lesson parse(String text, String file) {
    // split as the Markdown parser does
    List<String> lines = List.of(text.replace("\uFEFF", "").split("\r\n|\r|\n", -1));
    try {
      return new LessonParser(lines).read(fingerprint(text));
    } catch (LessonFault fault) {
      throw fault.in(file);
    }
  }

  private Lesson read(String fingerprint) {
    FrontMatter front = FrontMatter.parse(lines);
    int above = FrontMatter.end(lines);
    // empty lines in place of the front matter, so that line numbers stay
    String body =
        "\n".repeat(above)
            + lines.subList(above, lines.size()).stream()
                .map(FormulaMask::of)
                .collect(Collectors.joining("\n"));
    Node document = MARKDOWN.parse(body);
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      read(node);
    }
    if (step == null) {
      throw new LessonFault(lines.size(), "a lesson has at least one step, a line '# Title'");
    }
    steps.add(step.finish());
    return new Lesson(
        front.id(),
        front.number(),
        front.title(),
        front.minutes(),
        front.tabs(),
        front.theory(),
        front.summary(),
        steps,
        fingerprint);
  }

  private void read(Node node) {
    int line = TextReader.line(node);
    if (node instanceof Heading heading) {
      heading(heading, line);
      return;
    }
    if (step == null) {
      throw new LessonFault(line, "this stands before the first step; begin with '# Title'");
    }
    if (node instanceof FencedCodeBlock block) {
      String kind = block.getInfo() == null ? "" : block.getInfo().strip();
      if (!lines.get(last(block)).strip().startsWith("```")) {
        throw new LessonFault(line, "this block is not closed; write ``` behind it");
      }
      step.fence(kind, source(block), line);
    } else if (TextReader.isText(node)) {
      step.text(new TextReader(lines, names).read(node));
    } else {
      throw new LessonFault(
          line, "a lesson has headings, paragraphs, lists, tables and fenced blocks, not this");
    }
  }

  private void heading(Heading heading, int line) {
    String title = lines.get(line - 1).replaceAll("^[\\s#]+|[\\s#]+$", "");
    if (title.isEmpty()) {
      throw new LessonFault(line, "a heading needs a title");
    }
    if (heading.getLevel() == 1) {
      if (step != null) {
        steps.add(step.finish());
      }
      step = new StepReader(title, line, names);
    } else if (heading.getLevel() == 2 && step != null) {
      step.explain(title, line);
    } else {
      throw new LessonFault(line, "a step begins with # and its explanation with ##");
    }
  }

  private static int last(Node node) {
    return node.getSourceSpans().get(node.getSourceSpans().size() - 1).getLineIndex();
  }

  /** What stands between the fences, formulas included. */
  private String source(FencedCodeBlock block) {
    int first = TextReader.line(block);
    return String.join("\n", lines.subList(first, Math.max(first, last(block))));
  }

  private static String fingerprint(String text) {
    return HexFormat.of().formatHex(Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
