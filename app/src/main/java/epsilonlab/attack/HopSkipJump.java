package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.model.Network;
import java.util.List;

/**
 * The HopSkipJump attack of Chen, Jordan and Wainwright, "HopSkipJumpAttack: A Query-Efficient
 * Decision-Based Attack" (2020), in the l-infinity norm, so that it compares with the other attacks
 * without a gradient: it sees the network's answers alone. It begins far away at an image that
 * fools the network and walks along the boundary towards the original. It has no targeted form:
 * that needs an image of the target's class to begin with.
 */
final class HopSkipJump implements Attack {
  private static final Parameter QUERIES = Square.QUERIES.withInitial(2000);

  @Override
  public String id() {
    return "hopskipjump";
  }

  @Override
  public String title() {
    return "HopSkipJump, answers only";
  }

  @Override
  public String sentence() {
    return "Walks along the boundary towards the image and sees nothing but answers.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(QUERIES);
  }

  @Override
  public boolean isMinimumNorm() {
    return true;
  }

  @Override
  public boolean isTargetable() {
    return false;
  }

  @Override
  public Prepared prepare(Network network, Examples examples, AttackSettings settings) {
    BoundaryWalk walk = new BoundaryWalk(network, examples, settings.integer(QUERIES.name()));
    NDArray nearest = walk.run();
    return new SmallestChange(examples, nearest, Geometry.LINF);
  }
}
