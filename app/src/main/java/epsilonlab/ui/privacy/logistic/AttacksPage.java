package epsilonlab.ui.privacy.logistic;

import epsilonlab.report.Table;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Shortcut;
import epsilonlab.ui.generate.run.Invitation;
import epsilonlab.ui.privacy.microscope.MicroscopeKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Stronger attacks, under the microscope. */
final class AttacksPage implements Page {
  private final LabServices services;
  private final Attacks attacks;
  private final AttacksChoosePane choose;
  private final AttacksSeePane figures;
  private final AttacksReadPane read;
  private final StackPane see;
  private final StringBinding action;

  AttacksPage(LabServices services, Attacks attacks, ObservableValue<FigureTheme> theme) {
    this.services = services;
    this.attacks = attacks;
    choose = new AttacksChoosePane(attacks, theme);
    figures = new AttacksSeePane(services, attacks, theme);
    read = new AttacksReadPane(services, attacks, theme);
    action =
        Bindings.createStringBinding(
            () -> attacks.job().running().get() ? "Cancel" : "Attack", attacks.job().running());
    Invitation empty =
        new Invitation(
            "attacks",
            Feather.SEARCH,
            "Here you will see the scores of members and others under a microscope, drag the"
                + " threshold between them, and compare attacks by their ROC curves: by confidence,"
                + " with shadow models, and with likelihood ratios.",
            "Attack",
            attacks::startOrCancel);
    BooleanBinding begun = attacks.findings().isNotNull();
    figures.visibleProperty().bind(begun);
    empty.visibleProperty().bind(begun.not());
    see = new StackPane(figures, empty);
  }

  @Override
  public String id() {
    return "attacks";
  }

  @Override
  public String title() {
    return "Attacks";
  }

  @Override
  public String says() {
    return "Stronger attacks, also on the model in use and on a GAN's discriminator.";
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
    return action;
  }

  @Override
  public String actionSays() {
    return "Trains the target and the shadow models, and tries the chosen attacks (Space). What an"
        + " attack has found by then stays after Cancel.";
  }

  @Override
  public ObservableBooleanValue idle() {
    return new SimpleBooleanProperty(false);
  }

  @Override
  public void act() {
    attacks.startOrCancel();
  }

  @Override
  public boolean onKey(KeyEvent event) {
    return MicroscopeKeys.press(attacks.microscope(), event);
  }

  @Override
  public CurrentJob job() {
    return attacks.job();
  }

  @Override
  public Optional<Runnable> export() {
    AttackFindings now = attacks.findings().get();
    return now == null || now.attacks().isEmpty()
        ? Optional.empty()
        : Optional.of(() -> entry(now).ask(services));
  }

  private ExportPage entry(AttackFindings now) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("target", now.target());
    settings.put("dataset", now.data().id());
    settings.putAll(attacks.measured());
    FigureTable all = now.table();
    Table table = new Table(all.header().toArray(String[]::new));
    all.rows().forEach(row -> table.add(row.toArray()));
    return new ExportPage(
        "membership-attacks",
        "Membership attacks",
        AttackWords.sentences(now, attacks.selected().get()),
        settings,
        figures.figures(),
        Map.of("attacks", table));
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(new Shortcut("← → B", "Threshold by a step, or where most are judged rightly"));
  }
}
