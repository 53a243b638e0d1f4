package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Cancellation;
import epsilonlab.model.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The worst of several attacks for each image, the cheapest first, later ones only on what is not
 * fooled yet; in the spirit of AutoAttack of Croce and Hein, "Reliable Evaluation of Adversarial
 * Robustness with an Ensemble of Diverse Parameter-free Attacks" (2020). An image that no attack
 * fools shows the perturbation with the largest margin loss.
 */
final class Strongest implements Attack {
  private static final Map<String, List<Attack>> SETS = sets();

  private static final Parameter SET =
      Parameter.choice(
          "set",
          "Set",
          List.copyOf(SETS.keySet()),
          "Which attacks: standard is " + names("standard") + "; quick is " + names("quick") + ".");

  private static Map<String, List<Attack>> sets() {
    Map<String, List<Attack>> sets = new LinkedHashMap<>();
    Fgsm fgsm = new Fgsm();
    Apgd crossEntropy = Apgd.crossEntropy();
    Apgd ratio = Apgd.logitsRatio();
    sets.put("standard", List.of(fgsm, Pgd.linf(), crossEntropy, ratio, new Square()));
    sets.put("quick", List.of(fgsm, crossEntropy, ratio));
    return sets;
  }

  private static String names(String set) {
    return String.join(", ", SETS.get(set).stream().map(Attack::id).toList());
  }

  private static List<Attack> attacks(AttackSettings settings) {
    return SETS.get(SET.choices().get(settings.integer(SET.name())));
  }

  @Override
  public String id() {
    return "strongest";
  }

  @Override
  public String title() {
    return "Strongest of several";
  }

  @Override
  public String sentence() {
    return "Several attacks, the cheapest first, until one fools the network.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(SET, Square.QUERIES);
  }

  @Override
  public List<String> parts(AttackSettings settings) {
    return attacks(settings).stream().map(Attack::id).toList();
  }

  @Override
  public double passes(AttackSettings settings) {
    return attacks(settings).stream().mapToDouble(part -> part.passes(own(part, settings))).sum();
  }

  /** The defaults of a part, with the queries where it takes some. */
  private static AttackSettings own(Attack part, AttackSettings settings) {
    boolean asks = part.parameters().contains(Square.QUERIES);
    return AttackSettings.of(
        part,
        asks ? Map.of(Square.QUERIES.name(), settings.real(Square.QUERIES.name())) : Map.of());
  }

  @Override
  public Prepared prepare(Network network, Examples examples, AttackSettings settings) {
    return new Dropping() {
      @Override
      public NDArray at(NDArray epsilon) {
        return worst(network, examples, settings, epsilon);
      }

      @Override
      public Examples survivors(Examples some, NDArray epsilon) {
        List<Attack> attacks = attacks(settings);
        return Attempts.survivors(
            attacks.size(),
            some,
            (number, left) -> {
              Attack part = attacks.get(number);
              return left(network, part, own(part, settings), left, epsilon);
            });
      }
    };
  }

  private static Examples left(
      Network network, Attack part, AttackSettings settings, Examples left, NDArray epsilon) {
    // what a preparation keeps for later epsilons ends with its manager
    NDManager parent = left.images().getManager();
    try (NDManager manager = parent.newSubManager()) {
      Examples own = left.under(manager);
      Prepared prepared = part.prepare(network, own, settings);
      if (prepared instanceof Dropping dropping) {
        return dropping.survivors(own, epsilon).under(parent);
      }
      return left.withoutFooled(network.logits(prepared.at(epsilon)));
    }
  }

  private static NDArray worst(
      Network network, Examples examples, AttackSettings settings, NDArray epsilon) {
    ActiveSet active = new ActiveSet(examples, epsilon, Geometry.LINF);
    Gathered gathered = new Gathered(examples.images());
    ActiveSet.Row worst = active.row(examples.images());
    NDManager manager = examples.images().getManager();
    ActiveSet.Row margin = active.row(PerImage.full(manager, examples.size(), -Float.MAX_VALUE));
    for (Attack part : attacks(settings)) {
      if (active.isEmpty()) {
        break;
      }
      active.step(
          () -> {
            NDArray images = images(network, part, settings, active);
            NDArray logits = network.logits(images);
            NDArray fooled = active.examples().fooled(logits);
            NDArray now = AttackLoss.MARGIN.of(logits, active.examples());
            NDArray better = fooled.logicalOr(now.gt(margin.get()));
            worst.set(images, better);
            margin.set(now, better);
            boolean[] done = fooled.toBooleanArray();
            gathered.put(active.places(), worst.get(), done);
            active.drop(done);
          });
      Cancellation.check();
    }
    if (!active.isEmpty()) {
      gathered.put(active.places(), worst.get());
    }
    return gathered.inOrder();
  }

  private static NDArray images(
      Network network, Attack part, AttackSettings settings, ActiveSet active) {
    NDManager parent = active.examples().images().getManager();
    try (NDManager manager = parent.newSubManager()) {
      Examples own = active.examples().under(manager);
      NDArray images = part.prepare(network, own, own(part, settings)).at(active.epsilon());
      images.attach(parent);
      return images;
    }
  }
}
