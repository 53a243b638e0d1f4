package epsilonlab.ui.capsule;

import epsilonlab.lesson.fact.Facts;
import epsilonlab.ui.state.Place;
import epsilonlab.ui.state.SettableLab;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A window whose tabs and parts take settings only after they were in view. */
final class PartsLab implements SettableLab {
  private static final Set<String> ALL =
      Set.of(
          "attack.epsilon",
          "generate.part",
          "gan.epochs",
          "vae.latent",
          "denoise.size",
          "privacy.part",
          "mean.people",
          "logistic.n",
          "theory.page",
          "linear.epsilon",
          "uniform.n");

  final Map<String, Object> values = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();

  PartsLab() {
    values.put("lab.tab", "attack");
    values.put("generate.part", "gan");
    values.put("privacy.part", "mean");
    values.put("theory.page", "linear-adversary");
    look("attack");
  }

  private void look(String tab) {
    for (String name : ALL) {
      Place place = Place.of(name).orElseThrow();
      boolean inView =
          place.tab().equals(tab)
              && (place.chooser().isEmpty() || place.part().equals(values.get(place.chooser())));
      if (inView) {
        seen.add(name);
      }
    }
  }

  @Override
  public Set<String> settable() {
    Set<String> all = new HashSet<>(seen);
    all.add("lab.tab");
    return all;
  }

  @Override
  public Set<String> settableInView() {
    return settable();
  }

  @Override
  public Facts now() {
    return Facts.of(
        values.entrySet().stream()
            .filter(value -> canTake(value.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public boolean canTake(String name) {
    return settable().contains(name);
  }

  @Override
  public void take(String name, Object value) {
    if (!canTake(name)) {
      throw new IllegalArgumentException("nobody takes " + name);
    }
    values.put(name, value);
    look(name.equals("lab.tab") ? value.toString() : name.substring(0, name.indexOf('.')));
  }

  @Override
  public void prepare(String tab) {
    look(tab);
  }
}
