package epsilonlab.ui.generate.gan;

import epsilonlab.generative.GanBatch;
import epsilonlab.generative.GeneratorLoss;
import epsilonlab.generative.SampleClasses;
import epsilonlab.generative.SampleQuality;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.Words;
import epsilonlab.ui.component.TableMenu;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Epoch, numbers, what to look for, and a VAE to compare with. */
final class GanReadPane extends VBox {
  private static final String LN2 = "0.69";

  private final GanViewModel model;
  private final LabServices services;
  private final List<Row> rows = new ArrayList<>();

  /** A row of the table: what, now, and where nobody can tell real from generated. */
  private record Row(String name, Supplier<String> now, Supplier<String> balance) {}

  GanReadPane(GanViewModel model, LabServices services, ObservableValue<FigureTheme> theme) {
    this.model = model;
    this.services = services;
    number("Discriminator’s loss", GanBatch::discriminatorLoss, () -> LN2);
    number("Generator’s loss", GanBatch::generatorLoss, this::generatorBalance);
    number("Belief in real digits", GanBatch::realScore, () -> "0.50");
    number("Belief in generated", GanBatch::generatedScore, () -> "0.50");
    rows.add(new Row("Samples it is sure of", this::sure, () -> "100 %"));
    rows.add(new Row("Classes among them", this::classes, () -> "10"));
    getStyleClass().add("generate-read");
    SideBySide besideVae = new SideBySide(model, services, theme);
    Parts.showIf(besideVae, services.state().presenting().not());
    getChildren().addAll(epoch(), table(), words(), besideVae);
  }

  private void number(String name, ToDoubleFunction<GanBatch> of, Supplier<String> balance) {
    rows.add(new Row(name, () -> GanNumbers.text(model.numbers(), of), balance));
  }

  private String generatorBalance() {
    return model.loss() == GeneratorLoss.MINIMAX ? "−" + LN2 : LN2;
  }

  private Optional<SampleClasses> samples() {
    return Optional.ofNullable(model.close().look().get()).flatMap(GanLook::classes);
  }

  private String sure() {
    return samples()
        .map(
            classes ->
                String.format(Locale.ROOT, "%.0f %%", 100 * classes.shareAbove(SampleQuality.SURE)))
        .orElse("–");
  }

  private String classes() {
    return samples().map(classes -> Integer.toString(classes.classesPresent())).orElse("–");
  }

  private StringBinding text(Supplier<String> of) {
    return Bindings.createStringBinding(
        of::get,
        model.version(),
        model.opened(),
        model.close().look(),
        model.form().loss(),
        model.trainings().shown());
  }

  private VBox epoch() {
    Label title = Parts.label("", "muted");
    title.textProperty().bind(text(() -> model.opened().get() == null ? "Epoch" : "Opened"));
    Label number = new Label();
    number.setId("gan-epoch");
    number.getStyleClass().add("hero-number");
    number.textProperty().bind(text(this::epochNumber));
    Label of = Parts.label("", "generate-of");
    of.textProperty().bind(text(this::ofEpochs));
    HBox hero = new HBox(8, number, of);
    hero.setAlignment(Pos.BASELINE_LEFT);
    VBox card = new VBox(title, hero);
    card.getStyleClass().addAll("card", "generate-card");
    return card;
  }

  private String epochNumber() {
    boolean none = model.course().course() == null || model.opened().get() != null;
    return none ? "–" : Integer.toString((int) Math.floor(model.course().epochs() + 1e-9));
  }

  private String ofEpochs() {
    if (model.opened().get() != null) {
      return model.opened().get().entry().card().name();
    }
    return model.course().course() == null
        ? ""
        : "of " + Words.epochNumber(model.trainings().shown().get().epochsInAll());
  }

  private VBox table() {
    TableMenu menu =
        new TableMenu(
            this::exported,
            "gan-numbers",
            ExportPorts.files(services.dialogs()),
            ExportPorts.notices(services.messages()));
    menu.setId("gan-numbers-menu");
    Label now = Parts.label("now", "muted", "number-now");
    Label balance = Parts.label("balance", "muted", "number-other");
    Parts.say(balance, "Where nobody can tell generated digits from real ones: D = 1/2.");
    HBox head = new HBox(Parts.spring(), now, balance);
    head.getStyleClass().add("number-head");
    VBox table = new VBox(Parts.heading("Now, and at the balance", "", menu), head);
    table.setId("gan-numbers");
    rows.forEach(row -> table.getChildren().add(row(row)));
    table.getChildren().add(judge());
    return table;
  }

  private HBox row(Row row) {
    Label now = Parts.label("", "value", "number-now");
    now.textProperty().bind(text(row.now()));
    Label balance = Parts.label("", "number-other");
    balance.textProperty().bind(text(row.balance()));
    HBox line = new HBox(Parts.label(row.name(), "number-row-name"), Parts.spring(), now, balance);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("number-row");
    return line;
  }

  private Label judge() {
    Label judge = new Label();
    judge.getStyleClass().addAll("muted", "number-note");
    judge.setWrapText(true);
    judge.setMinHeight(USE_PREF_SIZE);
    judge
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  GanLook look = model.close().look().get();
                  return look == null || look.classes().isEmpty()
                      ? "The model in use reads the samples, once there is one."
                      : look.classes().get().count() + " samples, read by " + look.classifier();
                },
                model.close().look()));
    return judge;
  }

  // the title says the rest
  private String alarm() {
    // noise is of one class, whatever becomes of it
    return samples()
        .filter(classes -> model.opened().get() != null || model.course().epochs() >= 1)
        .flatMap(SampleClasses::collapse)
        .map(sentence -> sentence.replaceFirst("^Mode collapse: ", ""))
        .map(sentence -> sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1))
        .orElse("");
  }

  private FigureTable exported() {
    List<List<Object>> cells = new ArrayList<>();
    rows.forEach(row -> cells.add(List.of(row.name(), row.now().get(), row.balance().get())));
    return new FigureTable(List.of("number", "now", "balance"), cells);
  }

  private VBox words() {
    Label title = Parts.label("", "muted", "semibold");
    Label sentence = new Label();
    sentence.setId("gan-words");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    VBox card = new VBox(4, title, sentence);
    card.getStyleClass().addAll("card", "card-tight");
    StringBinding alarm = text(this::alarm);
    title
        .textProperty()
        .bind(Bindings.when(alarm.isEmpty()).then("What to look for").otherwise("Mode collapse"));
    sentence
        .textProperty()
        .bind(Bindings.when(alarm.isEmpty()).then(text(model::advice)).otherwise(alarm));
    alarm.addListener(
        (property, before, now) -> {
          card.getStyleClass().remove(now.isEmpty() ? "card-warning" : "card");
          String wanted = now.isEmpty() ? "card" : "card-warning";
          if (!card.getStyleClass().contains(wanted)) {
            card.getStyleClass().add(0, wanted);
          }
        });
    return card;
  }
}
