package epsilonlab.ui.capsule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import epsilonlab.command.EpsilonLabCommand;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.CapsuleFile;
import epsilonlab.report.capsule.RecordedNumber;
import epsilonlab.report.handin.ReportDocument;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Repeatable;
import epsilonlab.ui.state.BoardLab;
import epsilonlab.ui.state.Snapshot;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Saves what a view-model shows in a capsule of the window, and lets verify read it. */
public final class WindowCapsules {
  private WindowCapsules() {}

  /** The capsule that Ctrl+Shift+S writes while this is shown on a tab. */
  static Capsule capsule(LabSession session, String tab, List<Repeatable> shown) throws Exception {
    BoardLab lab = new BoardLab(session);
    lab.values.put("lab.tab", tab);
    WindowResults results =
        new WindowResults() {
          @Override
          public List<Repeatable> results() {
            return shown;
          }

          @Override
          public Optional<Callable<ReportDocument>> report() {
            return Optional.empty();
          }
        };
    return LabCapsule.of(session, Snapshot.facts(session, lab), List.of(), null, results)
        .capsule(session.library());
  }

  /** What verify says of a file: its document, or its one sentence. */
  record Said(int code, String out, String err) {
    static Said of(Path file) {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      int code =
          EpsilonLabCommand.execute(
              new PrintWriter(out, true),
              new PrintWriter(err, true),
              "verify",
              file.toString(),
              "--quiet",
              "--threads",
              "2");
      return new Said(code, out.toString(), err.toString());
    }
  }

  /**
   * Saves and lets verify compute all of it again; that a number changed by hand is named says
   * ShownCapsuleTest.
   *
   * @param among the name of a number of the first result
   * @param commands what verify has to run
   */
  public static void assertVerifies(
      LabSession session,
      Path folder,
      String tab,
      List<Repeatable> shown,
      String among,
      String... commands)
      throws Exception {
    Capsule capsule = capsule(session, tab, shown);
    Path file = folder.resolve("shown.epsilab");
    CapsuleFile.write(file, capsule);
    Said said = Said.of(file);
    assertEquals(0, said.code(), said.err());
    JsonObject results = JsonParser.parseString(said.out()).getAsJsonObject();
    results = results.getAsJsonObject("results");
    assertEquals(String.join(", ", commands), results.get("experiment").getAsString());
    assertEquals(0, results.get("differ").getAsInt());
    // what may take hours is said to be left out
    boolean trains = tab.equals("train") || tab.equals("defend");
    assertEquals(trains, said.err().contains("not run again"), said.err());
    assertEquals(trains, !results.get("not_repeated").isJsonNull());
    int all = capsule.shown().stream().mapToInt(one -> one.numbers().size()).sum();
    assertEquals(all, results.get("agree").getAsInt(), said.out());
    List<String> names =
        capsule.shown().get(0).numbers().stream().map(RecordedNumber::name).toList();
    assertTrue(names.contains(among), among + " is not among " + names);
  }
}
