package epsilonlab.ui.theory.linear;

import epsilonlab.ui.component.PlaneHandle;

/** The tip of the arrow that shows the weights. */
record WeightsHandle(LinearAdversaryModel model) implements PlaneHandle {
  @Override
  public String id() {
    return "handle-w";
  }

  @Override
  public String says() {
    return "The weights w: drag the arrow's tip or press the arrow keys to turn the boundary.";
  }

  @Override
  public double x() {
    return LinearDrawing.tip(model.state().get())[0];
  }

  @Override
  public double y() {
    return LinearDrawing.tip(model.state().get())[1];
  }

  @Override
  public void moveTo(double x, double y) {
    double[] foot = LinearDrawing.foot(model.state().get());
    model.setWeights(2 * (x - foot[0]), 2 * (y - foot[1]));
  }
}
