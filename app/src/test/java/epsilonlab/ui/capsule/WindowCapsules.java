package epsilonlab.ui.capsule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import epsilonlab.command.EpsilonLabCommand;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.CapsuleFile;
import epsilonlab.report.capsule.RecordedNumber;
import epsilonlab.report.capsule.ShownResult;
import epsilonlab.report.handin.ReportDocument;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Repeatable;
import epsilonlab.ui.state.BoardLab;
import epsilonlab.ui.state.Snapshot;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
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
   * Saves, lets verify compute all of it again, changes one number and lets verify name it.
   *
   * @param changed the name of a number of the first result
   * @param commands what verify has to run
   */
  public static void assertVerifies(
      LabSession session,
      Path folder,
      String tab,
      List<Repeatable> shown,
      String changed,
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
    int all = shown.stream().mapToInt(one -> one.results().size()).sum();
    assertTrue(results.get("agree").getAsInt() >= all / 2, said.out());
    ShownResult first = capsule.shown().get(0);
    List<RecordedNumber> numbers = new ArrayList<>();
    for (RecordedNumber number : first.numbers()) {
      boolean hit = number.name().equals(changed);
      numbers.add(hit ? new RecordedNumber(changed, number.value() + 1e-3) : number);
    }
    assertFalse(numbers.equals(first.numbers()), changed + " is not among " + numbers);
    List<ShownResult> forged = new ArrayList<>(capsule.shown());
    forged.set(0, new ShownResult(first.experiment(), first.data(), numbers));
    CapsuleFile.write(file, withShown(capsule, forged));
    Said found = Said.of(file);
    assertEquals(1, found.code());
    assertTrue(found.err().contains("1 of ") && found.err().contains(changed), found.err());
  }

  private static Capsule withShown(Capsule capsule, List<ShownResult> shown) {
    return new Capsule(
        capsule.lab(),
        capsule.createdBy(),
        capsule.title(),
        capsule.experiment(),
        capsule.data(),
        capsule.indices(),
        capsule.facts(),
        capsule.lesson(),
        capsule.moments(),
        capsule.numbers(),
        shown,
        capsule.environment(),
        capsule.files());
  }
}
