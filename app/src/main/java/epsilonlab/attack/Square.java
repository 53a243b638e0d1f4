package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.model.Network;
import java.util.List;

/**
 * The Square attack of Andriushchenko et al., "Square Attack: a query-efficient black-box
 * adversarial attack via random search" (2020), in the l-infinity norm: it sees the network's
 * scores but no gradient, tries squares of the largest allowed change at random places, smaller and
 * smaller ones, and keeps those that raise the margin loss. It ends for an image that fools the
 * network; one that does so by itself is left as it is.
 */
final class Square implements Attack {
  /** How often an attack without gradients may ask. */
  static final Parameter QUERIES =
      Parameter.integer(
          "queries",
          "q",
          "Queries",
          1,
          1_000_000,
          1000,
          "How often the attack may ask the network about an image.");

  @Override
  public String id() {
    return "square";
  }

  @Override
  public String title() {
    return "Square, scores only";
  }

  @Override
  public String sentence() {
    return "Tries random squares without a gradient and keeps what helps.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(QUERIES);
  }

  @Override
  public Prepared prepare(Network network, Examples examples, AttackSettings settings) {
    int queries = settings.integer(QUERIES.name());
    return new Dropping() {
      @Override
      public NDArray at(NDArray epsilon) {
        SquareSearch search = new SquareSearch(network, examples, epsilon, queries);
        search.run();
        return search.images();
      }

      @Override
      public Examples survivors(Examples some, NDArray epsilon) {
        SquareSearch search = new SquareSearch(network, some, epsilon, queries);
        search.run();
        return search.survivors();
      }
    };
  }
}
