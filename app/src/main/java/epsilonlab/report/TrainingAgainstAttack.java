package epsilonlab.report;

import epsilonlab.defence.Alarm;
import epsilonlab.report.figure.HeatTable;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.Numbers;
import java.util.List;

/** The heat table training x {clean, FGSM, PGD} at one of the attacker's epsilons. */
public final class TrainingAgainstAttack {
  private TrainingAgainstAttack() {}

  /**
   * One network.
   *
   * @param defended whether it was trained against an attack; only then can a gap deceive
   * @param clean accuracy in [0, 1], or NaN while it is not known
   * @param fgsm the same under FGSM
   * @param pgd the same under PGD
   */
  public record Row(
      String name, Hue colour, boolean defended, double clean, double fgsm, double pgd) {}

  /** The table. */
  public static HeatTable of(List<Row> rows, double epsilon) {
    return new HeatTable(
        "Right answers in percent under attack with epsilon " + Numbers.plain(epsilon),
        "Trained",
        List.of("Clean", "FGSM", "PGD, 40"),
        rows.stream()
            .map(
                row ->
                    new HeatTable.Row(
                        row.name,
                        row.colour,
                        List.of(
                            HeatTable.Cell.of(row.clean),
                            HeatTable.Cell.of(row.fgsm),
                            new HeatTable.Cell(
                                row.pgd, row.defended && Alarm.isGap(row.fgsm, row.pgd)))))
            .toList());
  }
}
