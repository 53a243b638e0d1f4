package epsilonlab.ui;

import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.SeriesColours;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The model library as the picker in the top bar shows it. */
final class LibraryChoices implements ModelChoices {
  private final LabSession session;
  private final ObservableList<ModelChoice> items = FXCollections.observableArrayList();
  private final ObjectProperty<ModelChoice> chosen = new SimpleObjectProperty<>();
  private boolean copying;

  LibraryChoices(LabSession session) {
    this.session = session;
    session.models().addListener((ListChangeListener<ModelEntry>) change -> copy());
    // the list stays as it is here: the picker is still choosing from it
    session.model().addListener((property, before, now) -> follow(now));
    chosen.addListener((property, before, now) -> choose(now));
  }

  private void copy() {
    copying = true;
    try {
      items.setAll(session.models().stream().map(LibraryChoices::choice).toList());
      follow(session.model().get());
    } finally {
      copying = false;
    }
  }

  private void follow(ModelEntry model) {
    ModelChoice now = model == null ? null : choice(model);
    if (!Objects.equals(now, chosen.get())) {
      chosen.set(now);
    }
  }

  private void choose(ModelChoice choice) {
    if (copying || choice == null) {
      return;
    }
    session.models().stream()
        .filter(entry -> entry.id().equals(choice.id()))
        .findFirst()
        .ifPresent(session.model()::set);
  }

  private static ModelChoice choice(ModelEntry entry) {
    ModelCard card = entry.card();
    int rgb = SeriesColours.of(card).on(FigureTheme.LIGHT) & 0xffffff;
    return new ModelChoice(
        entry.id(),
        card.name(),
        card.training(),
        card.cleanAccuracy() == null
            ? ""
            : String.format(Locale.ROOT, "%.1f %%", 100 * card.cleanAccuracy()),
        String.format(Locale.ROOT, "#%06X", rgb));
  }

  @Override
  public ObservableList<ModelChoice> items() {
    return items;
  }

  @Override
  public ObjectProperty<ModelChoice> chosen() {
    return chosen;
  }
}
