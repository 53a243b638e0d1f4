package epsilonlab.ui.theory.discriminator;

import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.plane.PlaneDrawing;
import epsilonlab.theory.discriminator.DiscriminatorGame;
import epsilonlab.ui.Parts;
import epsilonlab.ui.ProgressPane;
import epsilonlab.ui.SmallSwitch;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.component.PlaneHandle;
import epsilonlab.ui.component.PlanePane;
import epsilonlab.ui.theory.page.PageKit;
import epsilonlab.ui.theory.page.PageText;
import epsilonlab.ui.theory.page.ReadingTable;
import epsilonlab.ui.theory.page.Swatch;
import epsilonlab.ui.theory.page.TheoryPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The optimal discriminator between two densities that are drawn, and a trained one on top. */
public final class DiscriminatorPage implements TheoryPage {
  private static final double ARROW_STEP = 0.02;

  private final PageKit kit;
  private final DiscriminatorModel model;
  private final ObjectBinding<PlaneDrawing> densities;
  private final ObjectBinding<PlaneDrawing> discriminator;

  /** With what was drawn the last time. */
  public DiscriminatorPage(PageKit kit) {
    this.kit = kit;
    model = new DiscriminatorModel(kit.session());
    densities =
        Bindings.createObjectBinding(
            () ->
                DiscriminatorDrawing.densities(
                    model.real().get(), model.generated().get(), model.drawsGenerated().get()),
            model.real(),
            model.generated(),
            model.drawsGenerated());
    discriminator =
        Bindings.createObjectBinding(
            () -> DiscriminatorDrawing.discriminator(model.game().get(), model.trained().get()),
            model.game(),
            model.trained());
  }

  @Override
  public PageText text() {
    return DiscriminatorText.TEXT;
  }

  @Override
  public List<Node> controls() {
    SmallSwitch which =
        new SmallSwitch(
            model.drawsGenerated(),
            new SmallSwitch.Side("draw-real", "draw p", "Draws p, the density of real data."),
            new SmallSwitch.Side(
                "draw-generated", "draw q", "Draws q, the density of generated data."));
    Button train = new Button();
    train.setId("discriminator-train");
    train.setMaxWidth(Double.MAX_VALUE);
    train.setOnAction(event -> model.trainOrStop());
    model
        .job()
        .running()
        .subscribe(
            running -> {
              train.setGraphic(new FontIcon(running ? Feather.X : Feather.PLAY));
              train.setText(running ? "Stop training" : "Train a discriminator");
              Parts.say(
                  train,
                  running
                      ? "Ends the training; what was learnt stays."
                      : "Trains a network of 16 units on draws from p and q, and lays it over D*.");
            });
    Button equal =
        Parts.linkButton(
            Feather.COPY,
            "Make q equal to p",
            "Shows a generator that has learnt everything.",
            model::makeEqual);
    equal.setId("discriminator-equal");
    Button reset =
        Parts.linkButton(
            Feather.ROTATE_CCW,
            "First densities again",
            "Draws both densities as they were at the start.",
            model::reset);
    reset.setId("discriminator-reset");
    return List.of(new HBox(which), equal, reset, train, new ProgressPane(model.job()));
  }

  @Override
  public Region drawing() {
    PlanePane upper = kit.plane("discriminator-densities", densities, ARROW_STEP);
    List<PlaneHandle> knots = new ArrayList<>();
    for (int i = 0; i < DrawnDensity.KNOTS; i++) {
      knots.add(new KnotHandle(model, i));
    }
    upper.setHandles(knots);
    PlanePane lower = kit.plane("discriminator-best", discriminator, ARROW_STEP);
    Node trained =
        kit.legend(Swatch.line(DiscriminatorDrawing.TRAINED, kit.theme(), 6.0, 4.0), "trained");
    Parts.showIf(trained, model.trained().isNotNull());
    VBox both =
        new VBox(
            kit.heading(
                "Two densities",
                List.of(
                    kit.legend(
                        Swatch.line(DiscriminatorDrawing.REAL, kit.theme()), "$p$, real data"),
                    kit.legend(
                        Swatch.line(DiscriminatorDrawing.GENERATED, kit.theme()),
                        "$q$, generated data")),
                upper.view(),
                "densities"),
            upper,
            kit.heading(
                "What tells them apart",
                List.of(
                    kit.legend(
                        Swatch.line(FigureTheme::ink, kit.theme()), "$D*$ = $p$ / ($p$ + $q$)"),
                    trained),
                lower.view(),
                "discriminator"),
            lower);
    for (PlanePane plane : List.of(upper, lower)) {
      plane.setPrefHeight(1);
      VBox.setVgrow(plane, Priority.ALWAYS);
    }
    return both;
  }

  @Override
  public List<Node> readings() {
    ReadingTable table =
        new ReadingTable(
            kit.services(), kit.theme(), "discriminator", new ReadingTable.Column("value", null));
    Label sum = table.row("discriminator-value", "$V(D*)$, summed").get(0);
    Label formula = table.row("discriminator-formula", "2 JSD − log 4").get(0);
    Label divergence = table.row("discriminator-jsd", "JSD").get(0);
    Label guess = table.row("discriminator-guess", "$V$(1/2) = −log 4").get(0);
    Label right = table.row("discriminator-right", "$D*$ is right").get(0);
    Label trained = table.row("discriminator-trained", "$V$, trained").get(0);
    Label steps = table.row("discriminator-steps", "after steps").get(0);
    model
        .game()
        .subscribe(
            now -> {
              sum.setText(Numbers.fixed(now.value(now.best()), 4));
              formula.setText(Numbers.fixed(now.bestValue(), 4));
              divergence.setText(Numbers.fixed(now.jensenShannon(), 4));
              guess.setText(Numbers.fixed(valueOfGuessing(now), 4));
              right.setText(Numbers.percent(DiscriminatorText.right(now)));
            });
    model
        .trained()
        .subscribe(
            now -> {
              trained.setText(now == null ? "–" : Numbers.fixed(now.value(), 4));
              steps.setText(now == null ? "–" : "%,d".formatted(now.steps()));
            });
    return List.of(kit.card("What it achieves", List.of(table.menu()), table));
  }

  private static double valueOfGuessing(DiscriminatorGame game) {
    double[] half = new double[game.p().cells()];
    java.util.Arrays.fill(half, 0.5);
    return game.value(half);
  }

  @Override
  public ObservableValue<String> words() {
    return model.game().map(DiscriminatorText::words);
  }

  @Override
  public TabFacts facts() {
    return model.facts();
  }

  @Override
  public Map<String, Figure> figures() {
    return Map.of("densities", densities.get(), "discriminator", discriminator.get());
  }
}
