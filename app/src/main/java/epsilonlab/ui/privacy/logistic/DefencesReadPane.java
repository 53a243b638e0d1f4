package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.defence.Defence;
import epsilonlab.privacy.defence.DefencePoint;
import epsilonlab.report.DefencesChart.Leakage;
import epsilonlab.report.MembershipCharts;
import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.Parts;
import epsilonlab.ui.RichText;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The least leakage that each defence reaches for two points of accuracy, and plain words. */
final class DefencesReadPane extends VBox {
  private final Defences defences;
  private final Label hero = Parts.label("–", "hero-number");
  private final Label sign = Parts.label("%", "logistic-percent");
  private final VBox rows = new VBox();
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

  DefencesReadPane(Defences defences) {
    this.defences = defences;
    getStyleClass().add("logistic-read");
    hero.setId("defences-leak");
    HBox number = new HBox(8, hero, sign);
    number.setAlignment(Pos.BASELINE_LEFT);
    VBox card =
        new VBox(
            Parts.label("Undefended, the attack is right in", "remark"),
            number,
            Parts.label("Guessing: 50 %", "remark"));
    card.getStyleClass().addAll("card", "logistic-hero");
    card.setMinHeight(USE_PREF_SIZE);
    VBox list =
        new VBox(
            4,
            Parts.label("For two points of accuracy or less", "semibold"),
            Parts.label("the least that the attack is right in", "remark"),
            rows);
    RichText text = new RichText(words);
    text.setId("defences-words");
    text.getStyleClass().add("plain-flow");
    VBox plain = new VBox(4, Parts.label("In plain words", "remark", "semibold"), text);
    plain.getStyleClass().add("card");
    plain.setMinHeight(USE_PREF_SIZE);
    Label promise =
        new Label(
            "Only DP-SGD promises anything about attacks that nobody has thought of yet: (ε, δ) for"
                + " each strength stands in the table.");
    promise.getStyleClass().add("remark");
    promise.setWrapText(true);
    promise.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(card, list, plain, promise);
    defences.points().addListener(any -> show());
    defences.form().leakage().addListener(any -> show());
    defences.stale().addListener(any -> show());
    show();
  }

  private void show() {
    List<DefencePoint> points = defences.points().get();
    Leakage leakage = defences.form().leakage().get();
    Optional<DefencePoint> none = DefenceLeakWords.none(points);
    hero.setText(
        none.map(one -> Numbers.fixed(100 * DefenceLeakWords.leak(one, leakage), 1)).orElse("–"));
    sign.setVisible(none.isPresent());
    String sentences = DefenceLeakWords.sentences(points, leakage);
    // a number and its sign stay on one line
    String whole =
        defences.stale().get()
            ? "Measured with $n$ = %,d, $C$ = %s, seed %d. %s"
                .formatted(
                    defences.shown().n(),
                    MembershipCharts.symbol(defences.shown().c()),
                    defences.shown().seed(),
                    sentences)
            : sentences;
    words.set(whole.replace(" %", "\u00a0%"));
    rows.getChildren().clear();
    for (Defence defence : defences.form().defences()) {
      if (defence != Defence.NONE) {
        boolean measured = points.stream().anyMatch(point -> point.defence() == defence);
        Optional<DefencePoint> best = DefenceLeakWords.best(points, Optional.of(defence), leakage);
        rows.getChildren().add(row(defence, measured, best, leakage));
      }
    }
  }

  private static HBox row(
      Defence defence, boolean measured, Optional<DefencePoint> best, Leakage leakage) {
    Label value =
        Parts.label(
            best.map(point -> Numbers.percent(DefenceLeakWords.leak(point, leakage)))
                .orElse(measured ? "costs more" : "–"),
            best.isPresent() ? "value" : "remark");
    HBox row = new HBox(8, Parts.label(defence.title(), "muted"), Parts.spring(), value);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("defence-row");
    best.ifPresent(
        point ->
            Tooltip.install(
                row,
                new Tooltip(
                    (DefenceLeakWords.strength(point) + " → test accuracy ").strip()
                        + " "
                        + Numbers.percent(point.testAccuracy().mean()))));
    return row;
  }
}
