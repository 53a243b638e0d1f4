package epsilonlab.ui.privacy.mean;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.Repeatable;
import epsilonlab.ui.Shortcut;
import epsilonlab.ui.SubTab;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.privacy.microscope.MicroscopeKeys;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Who was among those whose average was published? */
public final class MeanTab implements SubTab {
  private final LabServices services;
  private final MeanViewModel model;
  private final MeanFigures figures;
  private final MeanExport export;
  private MeanView view;

  /** Shows nothing yet. */
  public MeanTab(LabServices services) {
    this.services = services;
    model = new MeanViewModel(services.session());
    figures = new MeanFigures(model);
    export = new MeanExport(model, figures, services);
  }

  @Override
  public String id() {
    return "mean";
  }

  @Override
  public String title() {
    return "Gaussian mean";
  }

  @Override
  public Node content(Node parts) {
    view = new MeanView(model, figures, services, parts);
    return view.root();
  }

  @Override
  public List<Repeatable> results() {
    return MeanRepeat.of(model.repeating().curves().get()).stream().toList();
  }

  @Override
  public TabFacts facts() {
    return MeanFacts.of(model);
  }

  @Override
  public TabParts parts() {
    return view.parts();
  }

  @Override
  public void onShown() {
    model.shown();
  }

  @Override
  public void onHidden() {
    model.hidden();
  }

  @Override
  public boolean onKey(KeyEvent event) {
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return false;
    }
    if (event.getCode() == KeyCode.SPACE) {
      model.startOrCancel();
      return true;
    }
    return MicroscopeKeys.press(model.microscope(), event);
  }

  @Override
  public Optional<Runnable> export() {
    return export.isReady() ? Optional.of(export::ask) : Optional.empty();
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        new Shortcut("← →", "Move the threshold of the microscope (Shift: further)"),
        new Shortcut("B", "Put the threshold where most are judged rightly"),
        new Shortcut("Space", "Start or cancel the repeats"),
        new Shortcut("Ctrl+E", "Export what is shown, and its numbers"));
  }
}
