package epsilonlab.ui.robustness;

import epsilonlab.defence.Defence;
import epsilonlab.defence.Defences;
import epsilonlab.defence.Gallery;
import epsilonlab.defence.GalleryJob;
import epsilonlab.defence.GalleryRow;
import epsilonlab.defence.Verdict;
import epsilonlab.report.GalleryFigure;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.LabSession;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * All defences of the gallery, as far as they are known. Belongs to the FX thread; needs no screen.
 */
final class Survey {
  private final LabSession session;
  private final CurrentJob job;
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
  private final Map<Defence, Map<GalleryJob.Stage, Double>> known = new HashMap<>();
  private Gallery gallery;
  private Subject subject;
  private double epsilon;

  Survey(LabSession session) {
    this.session = session;
    this.job = new CurrentJob(session);
  }

  CurrentJob job() {
    return job;
  }

  /** Goes up whenever more is known. */
  ReadOnlyIntegerProperty version() {
    return version.getReadOnlyProperty();
  }

  /** What is examined; null before the first time. */
  Subject subject() {
    return subject;
  }

  double epsilon() {
    return epsilon;
  }

  void start(Subject of, double at) {
    forget();
    subject = of;
    epsilon = at;
    job.start(
        Loaded.of(
            "Gallery of defences",
            session,
            of.model(),
            (compute, network) ->
                new GalleryJob(compute, network, Defences.ALL, of.images(), at, of.seed())),
        this::learn,
        all -> {
          gallery = all;
          version.set(version.get() + 1);
        },
        () -> version.set(version.get() + 1));
    version.set(version.get() + 1);
  }

  private void learn(GalleryJob.Measured measured) {
    known
        .computeIfAbsent(measured.defence(), any -> new EnumMap<>(GalleryJob.Stage.class))
        .put(measured.stage(), measured.accuracy());
    version.set(version.get() + 1);
  }

  void forget() {
    job.cancel();
    known.clear();
    gallery = null;
    subject = null;
    version.set(version.get() + 1);
  }

  /** The accuracy of a defence at a stage, or NaN. */
  double at(Defence defence, GalleryJob.Stage stage) {
    return known.getOrDefault(defence, Map.of()).getOrDefault(stage, Double.NaN);
  }

  /** What was found out about a defence, once all are known. */
  Optional<GalleryRow> row(Defence defence) {
    return gallery == null
        ? Optional.empty()
        : gallery.rows().stream().filter(row -> row.defence() == defence).findFirst();
  }

  /** What a defence is worth: that it fell is known at once, all else when the network is. */
  Optional<Verdict> verdict(Defence defence) {
    double plain = at(defence, GalleryJob.Stage.PLAIN);
    double adaptive = at(defence, GalleryJob.Stage.ADAPTIVE);
    return Verdict.falls(plain, adaptive)
        ? Optional.of(Verdict.FELL)
        : row(defence).map(GalleryRow::verdict);
  }

  /** The lines of the heat table: the network alone, then every defence. */
  List<GalleryFigure.Line> lines() {
    List<GalleryFigure.Line> lines = new ArrayList<>();
    boolean done = gallery != null;
    lines.add(
        new GalleryFigure.Line(
            "No defence",
            done ? gallery.clean() : Double.NaN,
            done ? gallery.bare() : Double.NaN,
            done ? gallery.bare() : Double.NaN,
            false));
    for (Defence defence : Defences.ALL) {
      lines.add(
          new GalleryFigure.Line(
              defence.title(),
              at(defence, GalleryJob.Stage.CLEAN),
              at(defence, GalleryJob.Stage.PLAIN),
              at(defence, GalleryJob.Stage.ADAPTIVE),
              verdict(defence).filter(verdict -> verdict == Verdict.FELL).isPresent()));
    }
    return lines;
  }

  /** The same as a table for other programs, in percent. */
  FigureTable table() {
    List<List<Object>> rows = new ArrayList<>();
    for (Defence defence : Defences.ALL) {
      List<Object> row = new ArrayList<>();
      row.add(defence.title());
      row.add(percent(at(defence, GalleryJob.Stage.CLEAN)));
      row.add(percent(at(defence, GalleryJob.Stage.PLAIN)));
      row.add(percent(at(defence, GalleryJob.Stage.ADAPTIVE)));
      row.add(defence.adaptiveAttack());
      row.add(verdict(defence).map(GalleryWords::title).orElse(null));
      rows.add(row);
    }
    return new FigureTable(
        List.of("defence", "clean", "plain PGD", "adaptive", "adaptive attack", "verdict"), rows);
  }

  private static Double percent(double share) {
    return Double.isNaN(share) ? null : Math.round(share * 10_000) / 100.0;
  }
}
