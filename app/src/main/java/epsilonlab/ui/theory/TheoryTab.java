package epsilonlab.ui.theory;

import epsilonlab.ui.ExportPorts;
import epsilonlab.ui.FolderExport;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.Repeatable;
import epsilonlab.ui.Shortcut;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TabParts;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The theorems behind the other tabs: a formula, a drawing to touch, numbers that check it. */
public final class TheoryTab implements LabTab {
  private final LabServices services;
  private final TheoryViewModel model;
  private TheoryView view;

  /** Shows nothing yet. */
  public TheoryTab(LabServices services) {
    this.services = services;
    this.model = new TheoryViewModel(services.session(), TheoryPages.ALL);
  }

  @Override
  public String id() {
    return "theory";
  }

  @Override
  public String title() {
    return "Theory";
  }

  @Override
  public Ikon icon() {
    return Feather.BOOK_OPEN;
  }

  @Override
  public boolean usesModel() {
    return false;
  }

  @Override
  public Node content() {
    view = new TheoryView(model, services);
    return view.root();
  }

  @Override
  public void onShown() {
    view.shown();
  }

  @Override
  public void onHidden() {
    view.hidden();
  }

  @Override
  public boolean onKey(KeyEvent event) {
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return false;
    }
    switch (event.getCode()) {
      case SPACE -> view.current().check().startOrStop();
      case N, PAGE_DOWN -> model.move(1);
      case P, PAGE_UP -> model.move(-1);
      case D -> model.deriving().set(!model.deriving().get());
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<Repeatable> results() {
    return model.check(model.page().get()).repeat().stream().toList();
  }

  @Override
  public Optional<Runnable> export() {
    if (view == null) {
      return Optional.empty();
    }
    PageExport export =
        new PageExport(
            model.page().get().theorem(),
            view.current().page(),
            view.current().check().result().get());
    return Optional.of(
        () ->
            new FolderExport(
                    services.session(),
                    services.dialogs(),
                    ExportPorts.notices(services.messages()))
                .ask("theory-" + model.page().get().theorem().id(), export::write));
  }

  @Override
  public TabFacts facts() {
    return view.facts();
  }

  @Override
  public TabParts parts() {
    return view.parts();
  }

  @Override
  public List<Shortcut> shortcuts() {
    return List.of(
        new Shortcut(
            "Tab, then arrows", "Go to a point of the drawing and move it (Shift: further)"),
        new Shortcut("N, P", "Next and previous theorem"),
        new Shortcut("D", "Drawing or derivation"),
        new Shortcut("Space", "Start or stop the check on random cases"),
        new Shortcut("Ctrl+E", "Export the drawings and the check into a folder"));
  }
}
