package epsilonlab.ui.theory.linear;

import epsilonlab.report.figure.plane.PlaneScale;
import epsilonlab.ui.component.PlaneHandle;

/** The decision boundary, which is pushed along the weights. */
record BoundaryHandle(LinearAdversaryModel model) implements PlaneHandle {
  // of the boundary, the point next to this one stands for it
  private static final double NEAR_X = 0.4;
  private static final double NEAR_Y = 0.2;

  @Override
  public String id() {
    return "handle-boundary";
  }

  @Override
  public String says() {
    return "The decision boundary: drag it or press the arrow keys to change the bias b.";
  }

  private double[] foot() {
    double[] w = model.state().get().model().w();
    double square = w[0] * w[0] + w[1] * w[1];
    double b = model.state().get().model().b();
    double off = square == 0 ? 0 : (w[0] * NEAR_X + w[1] * NEAR_Y + b) / square;
    return new double[] {NEAR_X - off * w[0], NEAR_Y - off * w[1]};
  }

  @Override
  public double x() {
    return foot()[0];
  }

  @Override
  public double y() {
    return foot()[1];
  }

  @Override
  public void moveTo(double x, double y) {
    model.moveBoundary(x, y);
  }

  @Override
  public double distance(PlaneScale scale, double px, double py) {
    double[] w = model.state().get().model().w();
    double length = Math.hypot(w[0], w[1]);
    double score = w[0] * scale.x(px) + w[1] * scale.y(py) + model.state().get().model().b();
    return length == 0 ? Double.POSITIVE_INFINITY : Math.abs(score) / length * scale.unitX();
  }

  @Override
  public boolean isLine() {
    return true;
  }
}
