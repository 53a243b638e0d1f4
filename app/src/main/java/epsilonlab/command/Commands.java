package epsilonlab.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The list of commands; a new one is a class and a line here. */
public final class Commands {
  /** In the order in which the help lists them. */
  static final List<Supplier<LabCommand>> ALL =
      List.of(
          TrainCommand::new,
          EvaluateCommand::new,
          AttackCommand::new,
          CurveCommand::new,
          DiagnoseCommand::new,
          DefendCommand::new,
          CertifyCommand::new,
          GalleryCommand::new,
          PurifyCommand::new,
          TransferCommand::new,
          GaussianCommand::new,
          MembershipCommand::new,
          DpSgdCommand::new,
          MembershipAttackCommand::new,
          GanCommand::new,
          VaeCommand::new,
          DenoiseCommand::new,
          TheoryCommand::new,
          PhotoCommand::new,
          LessonCommand::new,
          VerifyCommand::new,
          ReportCommand::new,
          ModelsCommand::new,
          ResetCommand::new,
          BenchCommand::new,
          DoctorCommand::new);

  private Commands() {}

  /** The command of this name whose experiments can be run again, if there is one. */
  static Optional<LabCommand> repeatable(String name) {
    return ALL.stream()
        .map(Supplier::get)
        .filter(command -> command.name().equals(name) && command.whyNoCapsule().isEmpty())
        .findFirst();
  }

  /** The names, for a message. */
  public static List<String> names() {
    return ALL.stream().map(command -> command.get().name()).toList();
  }
}
