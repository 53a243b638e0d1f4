package epsilonlab.ui.attack;

import epsilonlab.data.DataSet;
import epsilonlab.ui.LabSession;
import java.util.List;

/** What the classes of the data set in use are called. */
final class ClassNames {
  private ClassNames() {}

  static String of(LabSession session, int wanted) {
    DataSet data = session.data().get();
    return data == null ? String.valueOf(wanted) : data.classNames().get(wanted);
  }

  /** The names for figures; empty for digits, which are their own names. */
  static List<String> forFigures(LabSession session) {
    DataSet data = session.data().get();
    return data == null || data.classNames().get(0).equals("0") ? List.of() : data.classNames();
  }

  /** Whether classes are words, as those of Fashion-MNIST, which take more room than digits. */
  static boolean areWords(LabSession session) {
    return !forFigures(session).isEmpty();
  }

  /** "a 7", "an 8", "a Trouser", "an Ankle boot". */
  static String withArticle(LabSession session, int wanted) {
    String name = of(session, wanted);
    boolean vowel = name.equals("8") || "AEIO".indexOf(name.charAt(0)) >= 0;
    return (vowel ? "an " : "a ") + name;
  }
}
