package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.privacy.logistic.NoisyPoint;
import epsilonlab.report.Table;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Shortcut;
import epsilonlab.ui.generate.run.FormFields;
import epsilonlab.ui.generate.run.Invitation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The overview: the gap between members and others, and what noise does to it. */
final class GapPage implements Page {
  private final LabServices services;
  private final Sweep sweep;
  private final GapChoosePane choose;
  private final GapSeePane figures;
  private final StackPane see;
  private final GapReadPane read;
  private final BooleanBinding idle;

  GapPage(
      LabServices services, Sweep sweep, FormFields fields, ObservableValue<FigureTheme> theme) {
    this.services = services;
    this.sweep = sweep;
    choose = new GapChoosePane(sweep, fields, theme);
    figures = new GapSeePane(services, sweep, theme);
    read = new GapReadPane(services, sweep, theme);
    Invitation empty =
        new Invitation(
            "logistic",
            Feather.USERS,
            "Here you will see how much better a model knows the images that it learned from, and"
                + " how an attacker tells by that who was in the training set.",
            "Train and attack",
            sweep::startOrCancel);
    BooleanBinding begun =
        Bindings.createBooleanBinding(
            () -> sweep.job().running().get() || !sweep.known().get().fits().isEmpty(),
            sweep.job().running(),
            sweep.known());
    figures.visibleProperty().bind(begun);
    empty.visibleProperty().bind(begun.not());
    see = new StackPane(figures, empty);
    idle = Bindings.equal(sweep.action(), Sweep.ALL_DONE);
  }

  @Override
  public String id() {
    return "gap";
  }

  @Override
  public String title() {
    return "Gap";
  }

  @Override
  public String says() {
    return "The model's accuracy on members and on others, against n and against noise.";
  }

  @Override
  public Region choose() {
    return choose;
  }

  @Override
  public Region see() {
    return see;
  }

  @Override
  public Region read() {
    return read;
  }

  @Override
  public ObservableStringValue action() {
    return sweep.action();
  }

  @Override
  public String actionSays() {
    return "Fits models to more and more images, and adds noise to those of the chosen n (Space)."
        + " What is measured already is kept, also after Cancel.";
  }

  @Override
  public ObservableBooleanValue idle() {
    return idle;
  }

  @Override
  public void act() {
    sweep.startOrCancel();
  }

  @Override
  public CurrentJob job() {
    return sweep.job();
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(new Shortcut("Space", "Start, go on or cancel"));
  }

  @Override
  public Optional<Runnable> export() {
    Known known = sweep.known().get();
    return known.fits().isEmpty()
        ? Optional.empty()
        : Optional.of(() -> entry(known).ask(services));
  }

  private ExportPage entry(Known known) {
    LogisticForm.Chosen now = sweep.form().chosen().get();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("dataset", sweep.data().data().get().id());
    settings.put("n", now.n());
    settings.put("c", now.c());
    settings.put("variance", now.variance());
    settings.put("attack", sweep.attacks().chosen().get().id());
    settings.put("repeats", now.repeats());
    settings.put("seed", now.seed());
    Table fits = new Table("C", "n", "training", "test", "attack", "iterations", "weight norm");
    for (FitPoint fit : known.fits()) {
      fits.add(
          fit.regularisation(),
          fit.n(),
          fit.trainAccuracy(),
          fit.testAccuracy(),
          fit.attackAccuracy(),
          fit.iterations(),
          fit.fit().model().weightNorm());
    }
    Table noise =
        new Table(
            "n",
            "C",
            "variance",
            "training",
            "test",
            "attack",
            "standard error",
            "repeats",
            "seed");
    for (Known.Noise one : known.noise()) {
      NoisyPoint point = one.point();
      noise.add(
          one.n(),
          point.regularisation(),
          point.variance(),
          point.trainAccuracy().mean(),
          point.testAccuracy().mean(),
          point.attackAccuracy().mean(),
          point.attackAccuracy().standardError(),
          one.repeats(),
          one.seed());
    }
    Map<String, Table> tables = new LinkedHashMap<>();
    tables.put("fits", fits);
    tables.put("noise", noise);
    String words = LogisticWords.sentences(Reading.of(sweep)) + " " + LogisticWords.noise(sweep);
    return new ExportPage(
        "membership", "Membership inference", words, settings, figures.figures(), tables);
  }
}
