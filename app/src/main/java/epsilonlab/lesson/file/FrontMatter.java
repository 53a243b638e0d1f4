package epsilonlab.lesson.file;

import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.FactNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands above the first step, between two lines of three dashes. */
record FrontMatter(
    String id,
    int number,
    String title,
    int minutes,
    List<String> tabs,
    String theory,
    String summary) {
  private static final String WHAT = "the front matter";
  private static final List<String> FIELDS =
      List.of("id", "number", "title", "minutes", "tabs", "theory", "summary");

  /**
   * Reads it.
   *
   * @param lines of the whole file
   */
  static FrontMatter parse(List<String> lines) {
    int end = end(lines);
    Yaml yaml = Yaml.parse(String.join("\n", lines.subList(1, end - 1)), 2, WHAT);
    Map<String, Yaml> all = yaml.map(WHAT, FIELDS);
    String id = Field.text(all, "id", 1, WHAT);
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new LessonFault(
          all.get("id").line(), "'id' is made of small letters, digits and hyphens");
    }
    return new FrontMatter(
        id,
        all.containsKey("number") ? Field.whole(all.get("number"), "number", 0, 999) : 0,
        Field.text(all, "title", 1, WHAT),
        Field.whole(Field.needed(all, "minutes", 1, WHAT), "minutes", 1, 240),
        tabs(Field.needed(all, "tabs", 1, WHAT)),
        all.containsKey("theory") ? page(all.get("theory")) : "",
        Field.text(all, "summary", 1, WHAT));
  }

  /** The line of the closing dashes, from 1. */
  static int end(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).strip().equals("---")) {
      throw new LessonFault(1, "a lesson begins with a line ---, the front matter, and ---");
    }
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).strip().equals("---")) {
        if (i == 1) {
          throw new LessonFault(2, WHAT + " is empty; fill it in");
        }
        return i + 1;
      }
    }
    throw new LessonFault(1, WHAT + " is not closed; write --- behind it");
  }

  private static List<String> tabs(Yaml yaml) {
    List<String> possible = FactNames.find("lab.tab").map(FactName::choices).orElseThrow();
    List<String> tabs = new ArrayList<>();
    for (Yaml item : yaml.list()) {
      tabs.add(oneOf(item, "tab", possible));
    }
    if (tabs.isEmpty()) {
      throw new LessonFault(yaml.line(), "'tabs' names at least one tab");
    }
    return tabs;
  }

  private static String page(Yaml yaml) {
    return oneOf(yaml, "theory page", FactNames.PAGES);
  }

  private static String oneOf(Yaml yaml, String what, List<String> possible) {
    String name = yaml.text("a " + what);
    if (!possible.contains(name)) {
      throw new LessonFault(
          yaml.line(),
          "there is no " + what + " '" + name + "'; choose " + String.join(", ", possible));
    }
    return name;
  }
}
