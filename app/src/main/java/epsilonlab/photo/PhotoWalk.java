package epsilonlab.photo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.attack.Examples;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.photo.PhotoSettings.Goal;
import epsilonlab.photo.WatchedNetwork.Enough;
import epsilonlab.photo.WatchedNetwork.Sight;
import java.util.function.Consumer;

/** One run of one of the lab's attacks on one photo. */
final class PhotoWalk {
  private PhotoWalk() {}

  /**
   * Runs the attack to its end.
   *
   * @param photo values of the picture
   * @param steps hears of every picture at which the attack asks for a gradient
   * @return where it ends
   */
  static Sight run(
      Compute compute,
      PhotoNetwork network,
      float[] photo,
      Goal goal,
      PhotoSettings settings,
      Consumer<Sight> steps) {
    WatchedNetwork watched =
        new WatchedNetwork(
            network,
            sight -> {
              steps.accept(sight);
              return settings.ending().isReached(goal, sight.scores());
            });
    return compute.callWide(
        () -> {
          try (NDManager manager = compute.newManager()) {
            return run(manager, watched, network, photo, goal, settings);
          } catch (Enough enough) {
            return enough.last();
          }
        });
  }

  private static Sight run(
      NDManager manager,
      WatchedNetwork watched,
      PhotoNetwork network,
      float[] photo,
      Goal goal,
      PhotoSettings settings) {
    Examples examples =
        new Examples(
            Tensors.of(manager, photo, 1, 3, Photo.SIDE, Photo.SIDE),
            Tensors.of(manager, new long[] {goal.found()}),
            goal.isTargeted() ? Tensors.of(manager, new long[] {goal.wanted()}) : null,
            new long[] {0},
            Seed.of(settings.plan().seed()).split("attack"));
    NDArray end =
        settings
            .plan()
            .attack()
            .prepare(watched, examples, settings.plan().settings())
            .at(Tensors.scalar(manager, settings.epsilon()));
    return new Sight(
        end.toFloatArray(), new Scores(network.names(), network.logits(end).toFloatArray()));
  }
}
