package epsilonlab.ui;

import epsilonlab.engine.LabException;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelLibrary;
import epsilonlab.model.Safetensors;
import epsilonlab.model.Weights;
import epsilonlab.settings.Home;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts trained networks into the library, and loses none if the library cannot be written. */
public record ModelKeeper(ModelLibrary library, Home home) {
  /**
   * Adds a network under a name that is free.
   *
   * @param title its name, with a number behind it if that is taken
   * @param card what is known of it, by its name
   * @throws LabException that says where the weights are kept instead, if the library fails
   */
  public ModelEntry keep(String title, Function<String, ModelCard> card, Weights weights) {
    Set<String> taken =
        library.list().stream().map(entry -> entry.card().name()).collect(Collectors.toSet());
    String name = title;
    for (int i = 2; taken.contains(name); i++) {
      name = title + " " + i;
    }
    ModelCard named = card.apply(name);
    try {
      return library.add(named, weights);
    } catch (LabException unwritable) {
      throw new LabException(unwritable.getMessage() + " " + rescue(named, weights), unwritable);
    }
  }

  private String rescue(ModelCard card, Weights weights) {
    String plain = card.name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    Path file = home.rescued().resolve(plain + "-" + System.currentTimeMillis() + ".safetensors");
    new Safetensors(weights, card.toMetadata()).write(file);
    return "The trained weights are kept in " + file + ".";
  }
}
