package epsilonlab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final Table TABLE =
      new Table("model_name", "epsilon", "n")
          .add("a, \"b\"\n|c & d\t50%", 0.1f, 3)
          .add("x", 0.123456789, null)
          .add("", Double.POSITIVE_INFINITY, 1234567890123L)
          .add("~^\\", 1.23456e-7, -1);

  @Test
  void csvIsRfc4180WithEveryDigit() {
    assertEquals(
        "model_name,epsilon,n\r\n\"a, \"\"b\"\"\n|c & d\t50%\",0.1,3\r\nx,0.123456789,\r\n"
            + ",inf,1234567890123\r\n~^\\,1.23456E-7,-1\r\n",
        TABLE.toCsv());
  }

  @Test
  void theClipboardGetsOneLineARow() {
    assertEquals(
        "model_name\tepsilon\tn\na, \"b\" |c & d 50%\t0.1\t3\nx\t0.123456789\t\n"
            + "\tinf\t1234567890123\n~^\\\t1.23456E-7\t-1\n",
        TABLE.toTabSeparated());
  }

  @Test
  void markdownAndLatexEscapeAndRound() {
    assertEquals(
        "| model\\_name | epsilon | n |\n| --- | ---: | ---: |\n"
            + "| a, \"b\" \\|c & d\t50% | 0.1 | 3 |\n| x | 0.1235 |  |\n"
            + "|  | inf | 1234567890123 |\n| ~^\\\\ | 1.235E-7 | -1 |\n",
        TABLE.toMarkdown());
    assertEquals(
        "\\begin{tabular}{lrr}\n\\toprule\nmodel\\_name & epsilon & n \\\\\n\\midrule\n"
            + "a, \"b\" |c \\& d\t50\\% & 0.1 & 3 \\\\\nx & 0.1235 &  \\\\\n"
            + " & inf & 1234567890123 \\\\\n"
            + "\\textasciitilde{}\\textasciicircum{}\\textbackslash{} & 1.235E-7 & -1 \\\\\n"
            + "\\bottomrule\n\\end{tabular}\n",
        TABLE.toLatex());
  }

  @Test
  void roundingKeepsWhatIsThere() {
    String markdown =
        new Table("v").add(0.0).add(-0.5).add(1.0).add(98.7654321).add(2.5e6).toMarkdown();
    assertTrue(markdown.endsWith("| 0 |\n| -0.5 |\n| 1 |\n| 98.77 |\n| 2500000 |\n"), markdown);
  }

  @Test
  void aRowFillsAllColumns() {
    assertThrows(IllegalArgumentException.class, () -> new Table("a", "b").add(1));
  }

  @Test
  void theReportShowsTablesAndPictures() {
    String report =
        new MarkdownReport("Train_1")
            .text("Done in 3 s.")
            .values(Map.of("seed", 0))
            .section("Figures")
            .picture("figures/a curve (1).png", "Accuracy")
            .file("curve.csv", "The numbers")
            .toMarkdown();
    assertEquals(
        """
        # Train\\_1

        Done in 3 s.

        | name | value |
        | --- | ---: |
        | seed | 0 |

        ## Figures

        ![Accuracy](figures/a%20curve%20%281%29.png)

        *Accuracy*

        [The numbers](curve.csv)
        """,
        report);
  }
}
