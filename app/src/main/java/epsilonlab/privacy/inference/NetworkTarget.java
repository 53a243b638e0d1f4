package epsilonlab.privacy.inference;

import epsilonlab.data.DeviceImages;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.model.Network;

/** One of the lab's networks. */
public record NetworkTarget(Compute compute, Network network) implements Target {
  @Override
  public Answers answers(ImageSet images) {
    int classes = network.classes();
    double[] logits = new double[images.size() * classes];
    compute.mapShards(
        images.size(),
        (from, to) -> {
          Cancellation.check();
          try (DeviceImages shard = DeviceImages.upload(compute, images, from, to)) {
            float[] some = network.logits(shard.images()).toFloatArray();
            for (int i = 0; i < some.length; i++) {
              logits[from * classes + i] = some[i];
            }
          }
          return null;
        });
    return new Answers(logits, images.labels());
  }
}
