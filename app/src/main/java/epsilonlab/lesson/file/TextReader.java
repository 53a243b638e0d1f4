package epsilonlab.lesson.file;

import epsilonlab.lesson.Block;
import epsilonlab.lesson.fact.Names;
import epsilonlab.lesson.fact.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Emphasis;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Turns what a Markdown parser found into the blocks that a lesson's text is made of. */
final class TextReader {
  private final List<String> lines;
  private final Names names;

  /**
   * @param lines of the file as they stand, for the parser saw formulas masked
   */
  TextReader(List<String> lines, Names names) {
    this.lines = lines;
    this.names = names;
  }

  /** Whether a node can stand in a text. */
  static boolean isText(Node node) {
    return node instanceof Paragraph || node instanceof ListBlock || node instanceof TableBlock;
  }

  /** Reads a paragraph, a list or a table. */
  Block read(Node node) {
    if (node instanceof ListBlock list) {
      return items(list);
    }
    if (node instanceof TableBlock table) {
      return rows(table);
    }
    String text = source(node);
    if (text.startsWith("$$") && text.endsWith("$$") && text.length() > 4) {
      return new Block.Formula(text.substring(2, text.length() - 2).strip());
    }
    checkInline(node);
    return new Block.Paragraph(template(text, line(node)));
  }

  private Block items(ListBlock list) {
    List<Template> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      Node only = item.getFirstChild();
      if (!(only instanceof Paragraph) || only.getNext() != null) {
        throw new LessonFault(line(item), "an item of a list is one paragraph");
      }
      checkInline(only);
      items.add(template(source(only), line(only)));
    }
    if (!(list instanceof BulletList) && !(list instanceof OrderedList)) {
      throw new LessonFault(line(list), "a list has dots or numbers");
    }
    return new Block.Items(list instanceof OrderedList, List.copyOf(items));
  }

  private Block rows(TableBlock table) {
    List<Template> header = List.of();
    List<List<Template>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
        List<Template> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          checkInline(cell);
          cells.add(template(cell(cell), line(row)));
        }
        if (part instanceof TableHead) {
          header = List.copyOf(cells);
        } else {
          rows.add(List.copyOf(cells));
        }
      }
    }
    return new Block.Rows(header, List.copyOf(rows));
  }

  /** The parser says where a cell's words are, but not where the cell is. */
  private String cell(Node cell) {
    if (cell.getFirstChild() == null) {
      return "";
    }
    SourceSpan first = cell.getFirstChild().getSourceSpans().get(0);
    SourceSpan last = last(cell.getLastChild().getSourceSpans());
    return lines
        .get(first.getLineIndex())
        .substring(first.getColumnIndex(), last.getColumnIndex() + last.getLength())
        .strip();
  }

  private static SourceSpan last(List<SourceSpan> spans) {
    return spans.get(spans.size() - 1);
  }

  private Template template(String text, int line) {
    return LessonFault.at(line, () -> Template.parse(text, names));
  }

  private void checkInline(Node block) {
    for (Node node = block.getFirstChild(); node != null; node = node.getNext()) {
      boolean plain = node instanceof Text || node instanceof SoftLineBreak;
      if (node instanceof StrongEmphasis) {
        checkInline(node);
      } else if (!plain) {
        throw new LessonFault(
            line(block),
            node instanceof Emphasis
                ? "emphasis is written **so**, with two asterisks"
                : "a text has **bold** and $formulas$, but no links, pictures, code or HTML");
      }
    }
  }

  /** The line of a node, from 1. */
  static int line(Node node) {
    return node.getSourceSpans().isEmpty() ? 1 : node.getSourceSpans().get(0).getLineIndex() + 1;
  }

  private String source(Node node) {
    return node.getSourceSpans().stream()
        .map(this::source)
        .map(String::strip)
        .collect(Collectors.joining(" "))
        .strip();
  }

  private String source(SourceSpan span) {
    return lines
        .get(span.getLineIndex())
        .substring(span.getColumnIndex(), span.getColumnIndex() + span.getLength());
  }
}
