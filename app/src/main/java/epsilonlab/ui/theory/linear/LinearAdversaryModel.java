package epsilonlab.ui.theory.linear;

import epsilonlab.settings.Setting;
import epsilonlab.settings.Settings;
import epsilonlab.theory.linear.BudgetNorm;
import epsilonlab.theory.linear.MarginLoss;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.theory.page.Kept;
import epsilonlab.ui.theory.page.Quantity;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;

/** What is dragged on the page, and what follows from it at once. Needs no screen. */
final class LinearAdversaryModel {
  private static final double MOST_WEIGHT = 2;

  private final Quantity epsilon;
  private final Quantity w1;
  private final Quantity w2;
  private final Quantity bias;
  private final ObjectProperty<Point2D> x;
  private final ObjectProperty<MarginLoss> loss;
  private final ReadOnlyObjectWrapper<LinearState> state = new ReadOnlyObjectWrapper<>();
  private boolean several;

  LinearAdversaryModel(Settings settings) {
    epsilon =
        Quantity.even(
            settings,
            new Quantity.Naming(
                "linear.epsilon",
                "Budget $ε$",
                "The adversary's budget ε: the largest allowed length of the change δ."),
            0,
            1.5,
            0.9,
            0.01);
    w1 =
        Quantity.even(
            settings,
            new Quantity.Naming(
                "linear.w1", "Weight $w_1$", "The weight w₁ of the first coordinate."),
            -MOST_WEIGHT,
            MOST_WEIGHT,
            1,
            0.01);
    w2 =
        Quantity.even(
            settings,
            new Quantity.Naming(
                "linear.w2", "Weight $w_2$", "The weight w₂ of the second coordinate."),
            -MOST_WEIGHT,
            MOST_WEIGHT,
            0.5,
            0.01);
    bias =
        Quantity.even(
            settings,
            new Quantity.Naming(
                "linear.bias", "Bias $b$", "The bias b moves the boundary along the weights."),
            -1.5,
            1.5,
            -0.3,
            0.01);
    x = Kept.point(settings, "linear.x", 1.2, 0.6);
    Setting<MarginLoss> lossSetting =
        Setting.of("theory.linear.loss", MarginLoss.class, MarginLoss.LOGISTIC);
    loss = new SimpleObjectProperty<>(settings.get(lossSetting));
    loss.addListener((property, before, now) -> settings.set(lossSetting, now));
    InvalidationListener follow = any -> update();
    quantities().forEach(quantity -> quantity.value().addListener(follow));
    x.addListener(follow);
    loss.addListener(follow);
    update();
  }

  /** What the sliders move, in their order. */
  List<Quantity> quantities() {
    return List.of(epsilon, w1, w2, bias);
  }

  ObjectProperty<Point2D> x() {
    return x;
  }

  /** The loss whose worst value is told; the worst point is the same for all of them. */
  ObjectProperty<MarginLoss> loss() {
    return loss;
  }

  /** What follows from what is dragged. */
  ReadOnlyObjectProperty<LinearState> state() {
    return state.getReadOnlyProperty();
  }

  /** What lessons may know of the drawing, and set on it. */
  TabFacts facts() {
    TabFacts facts =
        new TabFacts().set("linear.epsilon", epsilon::get, Double.class, epsilon::take);
    for (BudgetNorm norm : BudgetNorm.values()) {
      String of = norm == BudgetNorm.LINF ? "_linf" : "_l2";
      facts.tell("linear.formula" + of, () -> in(norm).worstLoss());
      facts.tell("linear.measured" + of, () -> state.get().loss().at(in(norm).ascent()));
      facts.tell("linear.flip" + of, () -> in(norm).smallest());
    }
    return facts;
  }

  /** What the slider of the budget moves. */
  Quantity epsilon() {
    return epsilon;
  }

  private LinearState.Case in(BudgetNorm norm) {
    return state.get().cases().get(norm);
  }

  /** Moves the boundary so that it goes through a point. */
  void moveBoundary(double atX, double atY) {
    bias.set(-(w1.get() * atX + w2.get() * atY));
  }

  /** Sets the weights, as their arrow is dragged; what has no direction is left alone. */
  void setWeights(double first, double second) {
    if (Math.hypot(first, second) < 0.05) {
      return;
    }
    several = true;
    w1.set(first);
    several = false;
    w2.set(second);
    update();
  }

  private void update() {
    if (!several) {
      state.set(
          LinearState.of(
              new double[] {w1.get(), w2.get()},
              bias.get(),
              new double[] {x.get().getX(), x.get().getY()},
              epsilon.get(),
              loss.get()));
    }
  }
}
