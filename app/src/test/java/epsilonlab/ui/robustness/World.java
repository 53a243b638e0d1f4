package epsilonlab.ui.robustness;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Seed;
import epsilonlab.job.JobHandle;
import epsilonlab.job.JobRunner;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.settings.Home;
import epsilonlab.settings.Settings;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A session without a screen, with a few synthetic digits and untrained models. */
final class World implements AutoCloseable {
  final QueuedFx fx = new QueuedFx();
  final List<Throwable> failures = new ArrayList<>();
  final List<JobHandle<?>> begun = new ArrayList<>();
  final LabSession session;
  private final JobRunner jobs = new JobRunner();

  World(Path folder) {
    Home home = Home.of(folder);
    session =
        new LabSession(
            home,
            Settings.load(home),
            jobs,
            CompletableFuture.completedFuture(SessionServices.compute()),
            fx,
            Optional.empty(),
            failures::add);
    jobs.onChange(
        job -> {
          synchronized (begun) {
            if (!begun.contains(job)) {
              begun.add(job);
            }
          }
        });
  }

  void useDigits(int count) {
    session.useData(SyntheticDigits.generate(2, 1, count));
  }

  ModelEntry addModel(String name) {
    return addModel(session, name);
  }

  /** An untrained logistic model; one name has one seed. */
  static ModelEntry addModel(LabSession session, String name) {
    ModelCard card =
        new ModelCard(name, "logistic", "test", "untrained", 0, 0.1, null, Instant.now(), Map.of());
    return session
        .library()
        .add(card, Architectures.get("logistic").initialWeights(Seed.of(7).split(name)));
  }

  /** The library reads the same model again under another name. */
  void rename(ModelEntry entry, String name) {
    session.model().set(session.library().update(entry.id(), card -> card.withName(name)));
  }

  @Override
  public void close() {
    jobs.close();
  }
}
