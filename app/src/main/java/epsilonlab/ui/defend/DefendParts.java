package epsilonlab.ui.defend;

import epsilonlab.training.TrainingMethod;
import epsilonlab.training.TrainingMethods;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.component.FigureView;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Where things are on the Defend tab that lessons cover or lock, or reports show. */
record DefendParts(
    DefendViewModel model,
    Parent form,
    Parent race,
    Parent table,
    Parent words,
    Parent digits,
    Parent trial) {
  TabParts all() {
    FigureView heat = view(table, "#defend-table");
    return new TabParts()
        .figure("defend.race", view(race, "#defend-race"), race.lookup("#defend-alarms"))
        .figureTable(
            "defend.table",
            heat,
            () -> heat.getFigure() == null ? null : heat.getFigure().toTable(),
            // the button below them stays free, here as in the trial
            words.lookup("#defend-words"))
        .figure("defend.digits", view(digits, "#defend-digits"))
        .figureTable(
            "defend.stronger",
            trial.lookup("#defend-trial"),
            () ->
                model.trial().outcome().get() == null
                    ? null
                    : DefendFigures.trial(model.trial().outcome().get()),
            // the button below them stays free
            trial.lookup("#defend-verdicts"))
        .repeats("defend.race", "defend.table")
        .repeats("defend.table", "defend.race")
        .repeats("defend.digits", "defend.table")
        // its first column is the table's
        .repeats("defend.stronger", "defend.table")
        .control("lab.seed", form.lookup("#defend-seed"))
        .control("defend.network", form.lookup("#defend-network"))
        .control("defend.methods", methods())
        .control("defend.epsilon", form.lookup("#defend-epsilon"))
        .control("defend.steps", form.lookup("#defend-steps"))
        .control("defend.epochs", form.lookup("#defend-epochs"))
        .control("defend.attacker", table.lookup(".attacker-row"), table.lookup("#defend-slider"));
  }

  private Node[] methods() {
    return TrainingMethods.ALL.stream()
        .map(TrainingMethod::id)
        .map(id -> form.lookup("#defend-method-" + id))
        .toArray(Node[]::new);
  }

  private static FigureView view(Parent in, String selector) {
    return (FigureView) in.lookup(selector);
  }
}
