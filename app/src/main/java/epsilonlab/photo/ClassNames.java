package epsilonlab.photo;

import epsilonlab.engine.LabException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The names of a classifier's classes, in their order. A name may occur twice, as {@code crane}
 * does in ImageNet: the index is the key.
 *
 * @param source where they come from, for the screen
 * @param labels one a class
 */
public record ClassNames(String source, List<String> labels) {
  private static final int LONGEST = 200;
  private static final int MOST = 100_000;
  private static final ClassNames IMAGENET =
      new ClassNames("the built-in 1,000 labels of ImageNet", Resource.lines("classes.txt"));

  public ClassNames {
    labels = List.copyOf(labels);
  }

  /** The 1,000 labels of ImageNet. */
  public static ClassNames imageNet() {
    return IMAGENET;
  }

  /**
   * Reads a file of one name a line.
   *
   * @throws LabException if it is not there, is no text, or holds no names
   */
  public static ClassNames read(Path file) {
    List<String> lines;
    try {
      if (Files.size(file) > (long) LONGEST * MOST) {
        throw notNames(file, null);
      }
      lines = new ArrayList<>(Files.readAllLines(file));
    } catch (CharacterCodingException noText) {
      throw notNames(file, noText);
    } catch (IOException unreadable) {
      throw new LabException(
          "The class names " + file + " cannot be read; check the path.", unreadable);
    }
    lines.replaceAll(String::strip);
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    if (lines.size() < 2 || lines.stream().anyMatch(l -> l.isEmpty() || l.length() > LONGEST)) {
      throw notNames(file, null);
    }
    return new ClassNames(file.getFileName().toString(), lines);
  }

  private static LabException notNames(Path file, Throwable cause) {
    return new LabException(
        file + " holds no class names; it must be a text file with one name a line.", cause);
  }

  /** How many classes there are. */
  public int size() {
    return labels.size();
  }

  /** The name of a class. */
  public String label(int index) {
    return labels.get(index);
  }

  /** The name as a person reads it: underscores are spaces. */
  public String words(int index) {
    return label(index).replace('_', ' ');
  }

  /**
   * The class of this name or index; case counts only where two names differ by nothing else.
   *
   * @throws LabException if there is none, or several
   */
  public int index(String text) {
    if (text.matches("\\d{1,6}")) {
      int index = Integer.parseInt(text);
      if (index < size()) {
        return index;
      }
      throw new LabException(
          "There is no class %d; the classes go from 0 to %d.".formatted(index, size() - 1));
    }
    List<Integer> exact = indices(text::equals);
    String wanted = plain(text);
    List<Integer> found = exact.isEmpty() ? indices(l -> plain(l).equals(wanted)) : exact;
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      throw new LabException("There is no class '" + text + "'" + suggestion(text) + ".");
    }
    throw new LabException(
        "Several classes are called '%s'; give the number of one: %s."
            .formatted(
                text, found.stream().map(String::valueOf).collect(Collectors.joining(" or "))));
  }

  private String suggestion(String text) {
    List<Integer> near = search(text);
    return near.isEmpty()
        ? "; give a label of " + source + ", or its number"
        : "; did you mean "
            + near.stream().limit(3).map(this::label).collect(Collectors.joining(", "));
  }

  /**
   * The classes whose names hold a text: first those that it begins as a whole word, then those
   * that it begins, then the others; all where it is empty. A number finds the class of that index
   * before them.
   */
  public List<Integer> search(String text) {
    String wanted = plain(text);
    Set<Integer> found = new LinkedHashSet<>();
    if (wanted.matches("\\d{1,6}") && Integer.parseInt(wanted) < size()) {
      found.add(Integer.valueOf(wanted));
    }
    found.addAll(indices(label -> (plain(label) + " ").startsWith(wanted + " ")));
    found.addAll(indices(label -> plain(label).startsWith(wanted)));
    found.addAll(indices(label -> plain(label).contains(wanted)));
    return List.copyOf(found);
  }

  private List<Integer> indices(Predicate<String> wanted) {
    return IntStream.range(0, size()).filter(i -> wanted.test(label(i))).boxed().toList();
  }

  private static String plain(String text) {
    return text.strip().replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
