package epsilonlab.lesson.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A piece of YAML that knows its lines: a text, a list or a mapping. Nothing is turned into objects
 * of other classes, and anchors are refused, so a file from a stranger is only ever read.
 */
final class Yaml {
  private final Node node;
  private final int line;
  private final int first;

  private Yaml(Node node, int first) {
    this.node = node;
    this.first = first;
    this.line = first + node.getStartMark().map(Mark::getLine).orElse(0);
    if (node.getAnchor().isPresent()) {
      throw new LessonFault(line, "anchors (&) are not taken; write the value out");
    }
  }

  /**
   * Reads YAML.
   *
   * @param first the line of the file on which it begins, from 1
   * @param what it is, for a sentence: "a question"
   */
  static Yaml parse(String source, int first, String what) {
    LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
    Optional<Node> node;
    try {
      node = new Compose(settings).composeString(source);
    } catch (MarkedYamlEngineException broken) {
      int line = first + broken.getProblemMark().map(Mark::getLine).orElse(0);
      throw new LessonFault(line, "this is not YAML: " + plain(broken.getProblem()));
    } catch (YamlEngineException broken) {
      throw new LessonFault(first, "this is not YAML: " + plain(broken.getMessage()));
    }
    return new Yaml(
        node.orElseThrow(() -> new LessonFault(first, what + " is empty; fill it in")), first);
  }

  private static String plain(String problem) {
    return problem.replaceAll("\\s+", " ").strip().replaceAll("\\.$", "");
  }

  /** The line of the file, from 1. */
  int line() {
    return line;
  }

  /** Whether it is a mapping. */
  boolean isMap() {
    return node instanceof MappingNode;
  }

  /** Whether it is a list. */
  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The text, however it was quoted. */
  String text(String what) {
    if (!(node instanceof ScalarNode scalar)) {
      throw new LessonFault(
          line, what + " is a line of text; one with a colon or a brace needs quotes around it");
    }
    if (scalar.getValue().isBlank()) {
      throw new LessonFault(line, what + " is empty; fill it in or leave it out");
    }
    return scalar.getValue().strip();
  }

  /** The items; a text alone is a list of one. */
  List<Yaml> list() {
    if (!(node instanceof SequenceNode sequence)) {
      return List.of(this);
    }
    return sequence.getValue().stream().map(item -> new Yaml(item, first)).toList();
  }

  /** The values by their keys, in the order of the file. */
  Map<String, Yaml> map(String what) {
    if (!(node instanceof MappingNode mapping)) {
      throw new LessonFault(line, what + " is made of lines 'name: value'");
    }
    Map<String, Yaml> all = new LinkedHashMap<>();
    for (NodeTuple pair : mapping.getValue()) {
      Yaml key = new Yaml(pair.getKeyNode(), first);
      String name = key.text("a name");
      if (all.put(name, new Yaml(pair.getValueNode(), first)) != null) {
        throw new LessonFault(key.line, "'" + name + "' stands twice; leave one out");
      }
    }
    return all;
  }

  /** The values by their keys, of which only some are possible. */
  Map<String, Yaml> map(String what, List<String> possible) {
    Map<String, Yaml> all = map(what);
    List<String> unknown = new ArrayList<>(all.keySet());
    unknown.removeAll(possible);
    if (!unknown.isEmpty()) {
      throw new LessonFault(
          all.get(unknown.get(0)).line,
          what + " has no '" + unknown.get(0) + "'; it has " + String.join(", ", possible));
    }
    return all;
  }
}
