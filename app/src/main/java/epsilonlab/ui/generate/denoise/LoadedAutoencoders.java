package epsilonlab.ui.generate.denoise;

import epsilonlab.engine.Compute;
import epsilonlab.generative.TrainedAutoencoder;
import epsilonlab.model.Weights;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The autoencoder that was looked at last, on the device. For job threads. */
final class LoadedAutoencoders {
  private static final int MOST = 4;

  private final CompletableFuture<Compute> compute;
  private final Map<Weights, TrainedAutoencoder> loaded = new IdentityHashMap<>();

  LoadedAutoencoders(CompletableFuture<Compute> compute) {
    this.compute = compute;
  }

  Compute compute() {
    return compute.join();
  }

  /** The same one for the same weights, which are compared by identity. */
  synchronized TrainedAutoencoder of(Autoencoder autoencoder) {
    TrainedAutoencoder known = loaded.get(autoencoder.weights());
    if (known == null) {
      if (loaded.size() >= MOST) {
        loaded.clear();
      }
      known = new TrainedAutoencoder(compute(), autoencoder.network(), autoencoder.weights());
      loaded.put(autoencoder.weights(), known);
    }
    return known;
  }
}
