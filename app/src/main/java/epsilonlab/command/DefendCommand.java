package epsilonlab.command;

import epsilonlab.attack.Epsilon;
import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.defence.Alarm;
import epsilonlab.defence.RaceDefaults;
import epsilonlab.defence.RaceJob;
import epsilonlab.defence.RaceResult;
import epsilonlab.defence.RaceSettings;
import epsilonlab.defence.RobustPoint;
import epsilonlab.defence.RobustTable;
import epsilonlab.defence.RobustTableJob;
import epsilonlab.defence.Trained;
import epsilonlab.engine.LabException;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelCard;
import epsilonlab.training.AdversarialSettings;
import epsilonlab.training.EpochRecord;
import epsilonlab.training.OptimizerKind;
import epsilonlab.training.Schedule;
import epsilonlab.training.TrainingMethods;
import epsilonlab.training.TrainingSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains a network by several methods and compares how they resist. */
@Command(
    name = "defend",
    description =
        "Trains a network by several methods from the same start, and fills the table training x"
            + " attack.")
final class DefendCommand extends LabCommand {
  @Option(
      names = "--model",
      paramLabel = "M",
      defaultValue = "small-cnn",
      description = "logistic, mlp, lenet, small-cnn or madry-cnn (default: ${DEFAULT-VALUE}).")
  String model;

  @Option(
      names = "--methods",
      split = ",",
      paramLabel = "LIST",
      defaultValue = "standard,fgsm,pgd",
      description =
          "Training methods, parted by commas: standard, fgsm, fast (random start), pgd, trades,"
              + " ibp, noise (default: ${DEFAULT-VALUE}).")
  List<String> methods;

  @Option(
      names = "--epsilon",
      required = true,
      paramLabel = "E",
      description = "The largest change of a pixel in training, from 0 to 1, or n/255.")
  String epsilon;

  @Option(
      names = "--epochs",
      required = true,
      paramLabel = "N",
      description = "Passes over the training images, for each method.")
  int epochs;

  @Option(
      names = "--attack-epsilons",
      paramLabel = "LIST",
      defaultValue = "0.1,0.2,0.5",
      description = "The attacker's epsilons in the table (default: ${DEFAULT-VALUE}).")
  List<String> attackEpsilons;

  @Option(
      names = "--steps",
      paramLabel = "K",
      defaultValue = "" + RaceDefaults.STEPS,
      description = "Steps of the attack in training (default: ${DEFAULT-VALUE}).")
  int steps;

  @Option(
      names = "--step-size",
      paramLabel = "S",
      description = "Size of its steps (default: 2.5 epsilon / K).")
  Double stepSize;

  @Option(
      names = "--restarts",
      paramLabel = "N",
      defaultValue = "1",
      description = "How often it starts for each image (default: ${DEFAULT-VALUE}).")
  int restarts;

  @Option(
      names = "--epsilon-ramp",
      paramLabel = "F",
      defaultValue = "" + RaceDefaults.EPSILON_RAMP,
      description =
          "Over which part of the training epsilon grows from 0; 0 turns it off (default:"
              + " ${DEFAULT-VALUE}).")
  double epsilonRamp;

  @Option(
      names = "--clean-share",
      paramLabel = "F",
      defaultValue = "0",
      description = "Which part of each batch stays clean (default: ${DEFAULT-VALUE}).")
  double cleanShare;

  @Option(
      names = "--examples-per-image",
      paramLabel = "N",
      defaultValue = "1",
      description = "Adversarial examples for each image (default: ${DEFAULT-VALUE}).")
  int copies;

  @Option(
      names = "--beta",
      paramLabel = "R",
      defaultValue = "6",
      description = "Weight of the robust term of TRADES (default: ${DEFAULT-VALUE}).")
  double beta;

  @Option(
      names = "--optimizer",
      paramLabel = "O",
      defaultValue = "adam",
      description = "adam or sgd (default: ${DEFAULT-VALUE}).")
  String optimizer;

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      defaultValue = "" + RaceDefaults.LEARNING_RATE,
      description = "Step size of the optimiser (default: ${DEFAULT-VALUE}).")
  double learningRate;

  @Option(
      names = "--schedule",
      paramLabel = "S",
      defaultValue = "cycle",
      description =
          "How the learning rate changes: linear, cycle, decay or constant (default:"
              + " ${DEFAULT-VALUE}).")
  String schedule;

  @Option(
      names = "--batch",
      paramLabel = "B",
      defaultValue = "" + RaceDefaults.BATCH,
      description = "Images a step (default: ${DEFAULT-VALUE}).")
  int batch;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "all",
      description = "How many test images the table is measured on (default: ${DEFAULT-VALUE}).")
  String count;

  private RaceSettings settings;
  private List<Double> epsilons;

  @Override
  String name() {
    return "defend";
  }

  @Override
  void check() {
    TrainingSettings training =
        new TrainingSettings(
            Choice.of("optimizer", optimizer, OptimizerKind.values(), OptimizerKind::id),
            learningRate,
            Choice.of("schedule", schedule, Schedule.values(), Schedule::id),
            0.9,
            0,
            batch,
            epochs,
            common.seed);
    AdversarialSettings adversarial =
        new AdversarialSettings(
            TrainingMethods.STANDARD,
            Epsilon.check(Numbers.epsilon(epsilon)),
            steps,
            stepSize == null ? Double.NaN : stepSize,
            restarts,
            epsilonRamp,
            cleanShare,
            copies,
            beta);
    settings =
        new RaceSettings(
            Architectures.get(model),
            methods.stream().map(TrainingMethods::get).toList(),
            training,
            adversarial);
    epsilons = Numbers.epsilons(attackEpsilons);
    epsilons.forEach(Epsilon::check);
    Numbers.count(count, Integer.MAX_VALUE);
  }

  @Override
  void run(CommandRun run) {
    run.setting("model", model);
    run.setting("methods", methods);
    settings.training().toMap().forEach(run::setting);
    Map<String, Object> ofAttack = new LinkedHashMap<>(settings.adversarial().toMap());
    // several race
    ofAttack.remove("method");
    ofAttack.forEach(run::setting);
    run.setting("attack-epsilons", epsilons);
    run.setting("count", count);
    DataSet data = run.data();
    RaceResult race = run.run(new RaceJob(run.compute(), data, settings));
    if (race.trained().isEmpty()) {
      if (race.troubles().isEmpty()) {
        throw new CancellationException("stopped before the first step");
      }
      throw new LabException(String.join(" ", race.troubles()));
    }
    race.troubles().forEach(run::say);
    race.alarms().forEach(alarm -> run.say(alarm.sentence()));
    run.setStopped(race.stopped());
    try {
      finish(run, data, race);
    } catch (RuntimeException failure) {
      // what took minutes to train must not be lost with the table, or by Ctrl+C
      race.trained()
          .forEach(trained -> run.rescue(card(data, trained), trained.result().weights()));
      throw failure;
    }
  }

  private void finish(CommandRun run, DataSet data, RaceResult race) {
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("architecture", model);
    results.put("stopped", race.stopped());
    if (race.stopped()) {
      results.put("table", Map.of());
    } else {
      ImageSet test = data.test();
      ImageSet some = test.slice(0, Numbers.count(count, test.size()));
      List<Classifier> networks =
          race.trained().stream().map(trained -> network(run, trained)).toList();
      RobustTable table =
          run.run(new RobustTableJob(run.compute(), networks, some, epsilons, common.seed));
      results.put("count", some.size());
      results.put("table", table(table));
      DefendFiles.write(run, race, networks, table, some);
    }
    results.put("epochs", epochs(race));
    results.put("alarms", race.alarms().stream().map(DefendCommand::row).toList());
    results.put("troubles", race.troubles());
    race.trained()
        .forEach(
            trained ->
                run.files()
                    .weights(
                        trained.method().id() + ".safetensors",
                        card(data, trained),
                        trained.result().weights()));
    run.finish(results);
    if (race.stopped() && common.out != null) {
      run.say("Stopped; what was trained so far is in " + common.out + ".");
    } else if (race.stopped()) {
      race.trained()
          .forEach(trained -> run.rescue(card(data, trained), trained.result().weights()));
    }
  }

  private Classifier network(CommandRun run, Trained trained) {
    return new Classifier(
        run.compute(), trained.method().id(), settings.architecture(), trained.result().weights());
  }

  private ModelCard card(DataSet data, Trained trained) {
    return trained.card(
        settings.architecture().title() + ", " + trained.method().title(),
        data.id(),
        settings.training());
  }

  private static Map<String, Object> table(RobustTable table) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (int e = 0; e < table.epsilons().size(); e++) {
      Map<String, Object> byMethod = new LinkedHashMap<>();
      for (RobustTable.Row row : table.rows()) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("clean", row.clean());
        cells.put("fgsm", row.fgsm().get(e));
        cells.put("pgd", row.pgd().get(e));
        byMethod.put(row.name(), cells);
      }
      all.put(Numbers.text(table.epsilons().get(e)), byMethod);
    }
    return all;
  }

  private static Map<String, Object> epochs(RaceResult race) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Trained trained : race.trained()) {
      List<Map<String, Object>> rows = new ArrayList<>();
      List<EpochRecord> records = trained.result().epochs();
      for (int i = 0; i < records.size(); i++) {
        Map<String, Object> row = TrainCommand.row(records.get(i));
        // Ctrl+C may have come between an epoch and its measurement
        if (i < trained.points().size()) {
          RobustPoint point = trained.points().get(i);
          row.put("sample_clean", point.clean());
          row.put("sample_fgsm", point.fgsm());
          row.put("sample_pgd", point.pgd());
        }
        rows.add(row);
      }
      all.put(trained.method().id(), rows);
    }
    return all;
  }

  private static Map<String, Object> row(Alarm alarm) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("method", alarm.method().id());
    row.put("epoch", alarm.epoch());
    row.put("fgsm", alarm.fgsm());
    row.put("pgd", alarm.pgd());
    row.put("sentence", alarm.sentence());
    return row;
  }
}
