package epsilonlab.ui.theory.discriminator;

import epsilonlab.report.figure.Numbers;
import epsilonlab.ui.component.PlaneHandle;

/** One of the knots of the density that is drawn now; it only rises and falls. */
record KnotHandle(DiscriminatorModel model, int index) implements PlaneHandle {
  @Override
  public String id() {
    return "handle-knot-" + index;
  }

  @Override
  public String says() {
    return "The density at "
        + Numbers.plain(x())
        + ": drag it up or down, or press the arrow keys; the rest gives what it takes.";
  }

  @Override
  public double x() {
    return DrawnDensity.knot(index);
  }

  @Override
  public double y() {
    return model.drawn().get().heights().get(index);
  }

  @Override
  public void moveTo(double x, double y) {
    model.drawn().set(model.drawn().get().with(index, y));
  }
}
