package epsilonlab.ui.theory.pca;

import epsilonlab.ui.component.PlaneHandle;

/** The tip of the direction, which turns around the mean. */
record DirectionHandle(PcaModel model) implements PlaneHandle {
  static final double REACH = 1.5;

  @Override
  public String id() {
    return "handle-direction";
  }

  @Override
  public String says() {
    return "The direction D: drag its tip or press the arrow keys to turn it.";
  }

  @Override
  public double x() {
    PcaState now = model.state().get();
    return now == null ? 0 : now.meanX() + REACH * Math.cos(Math.toRadians(now.degrees()));
  }

  @Override
  public double y() {
    PcaState now = model.state().get();
    return now == null ? 0 : now.meanY() + REACH * Math.sin(Math.toRadians(now.degrees()));
  }

  @Override
  public void moveTo(double x, double y) {
    model.pointTo(x, y);
  }
}
