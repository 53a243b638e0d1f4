package epsilonlab.command;

import epsilonlab.data.DataSet;
import epsilonlab.data.DataSets;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.job.Job;
import epsilonlab.job.JobHandle;
import epsilonlab.job.JobRunner;
import epsilonlab.model.ModelCard;
import epsilonlab.model.Weights;
import epsilonlab.report.ResultDocument;
import epsilonlab.settings.Home;
import epsilonlab.settings.LabVersion;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * One run of a command: starts the engine and loads the data when they are first asked for, runs
 * jobs with progress and Ctrl+C, and hands over the result, on stdout and in {@code --out}.
 */
class CommandRun implements AutoCloseable {
  // the built-in digits are one data set, whatever is done with them; the window has the same
  private static final long DATA_SEED = 0;

  private final LabCommand command;
  private final CommonOptions common;
  private final Home home = Home.current();
  private final Map<String, Object> settings = new LinkedHashMap<>();
  private final JobRunner jobs = new JobRunner();
  private final CapsuleWriter capsule;
  private final ResultFiles files;
  private final long began = System.nanoTime();
  private volatile boolean interrupted;
  private volatile JobHandle<?> running;
  private boolean stopped;
  private int exitCode;
  private ModelArguments models;
  private Compute compute;
  private DataSet data;

  CommandRun(LabCommand command) {
    this.command = command;
    this.common = command.common;
    this.capsule =
        common.capsule == null ? null : new CapsuleWriter(command, ModelArguments.of(home));
    this.files = new ResultFiles(common.out, "epsilonlab " + command.name(), capsule);
  }

  /** Lets Ctrl+C cancel the job of the moment. */
  CommandRun interruptible() {
    Interruption.onInterrupt(this::interrupt);
    return this;
  }

  private void interrupt() {
    interrupted = true;
    JobHandle<?> now = running;
    if (now != null) {
      now.cancel();
    }
  }

  /** The engine. */
  Compute compute() {
    if (compute == null) {
      compute = Compute.start(common.deviceChoice(), common.threads);
    }
    return compute;
  }

  /** The data set that the call names. */
  DataSet data() {
    if (data == null) {
      data =
          DataSets.load(
              Optional.ofNullable(common.data), common.dataset, home.downloads(), DATA_SEED);
    }
    return data;
  }

  /**
   * Another data set from where the call says.
   *
   * @param name null for the one that the call names
   */
  DataSet data(String name) {
    return name == null || name.equals(common.dataset)
        ? data()
        : DataSets.load(Optional.ofNullable(common.data), name, home.downloads(), DATA_SEED);
  }

  /** The seed that the call names. */
  long seed() {
    return common.seed;
  }

  /** The lab's folder. */
  Home home() {
    return home;
  }

  /** Reads what {@code --weights} names. */
  ModelArguments models() {
    if (models == null) {
      models = ModelArguments.of(home);
    }
    return models;
  }

  /** Records a setting for the result. */
  void setting(String name, Object value) {
    settings.put(name, value);
  }

  /** Says that the work was cut short, but its result kept. */
  void setStopped(boolean stopped) {
    this.stopped = stopped;
  }

  /** Whether Ctrl+C ended the work. */
  boolean wasCancelled() {
    return interrupted || stopped;
  }

  /** Lets the call end with another code than 0 although it has a result. */
  void setExitCode(int code) {
    exitCode = code;
  }

  /** What the call ends with. */
  int exitCode() {
    return exitCode;
  }

  /** Takes the data set that the result is about from elsewhere. */
  void setData(DataSet other) {
    data = other;
  }

  /**
   * Runs a job to its end, with progress on stderr.
   *
   * @throws CancellationException if Ctrl+C ended it without a result
   */
  <T> T run(Job<?, T> job) {
    return run(job, event -> {});
  }

  /**
   * Runs a job to its end, with progress on stderr.
   *
   * @param events takes what it reports, on the job's thread
   * @throws CancellationException if Ctrl+C ended it without a result
   */
  @SuppressWarnings("try") // the line shows by itself until it is closed
  <E, T> T run(Job<E, T> job, Consumer<? super E> events) {
    JobHandle<T> handle = jobs.submit(job, events);
    running = handle;
    if (interrupted) {
      handle.cancel();
    }
    try (ProgressLine line = common.quiet ? null : new ProgressLine(err(), handle)) {
      return handle.future().get();
    } catch (InterruptedException e) {
      handle.cancel();
      throw new CancellationException("interrupted");
    } catch (ExecutionException failed) {
      throw unchecked(failed.getCause());
    }
  }

  private static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof RuntimeException runtime) {
      return runtime;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(cause);
  }

  private PrintWriter err() {
    return command.spec.commandLine().getErr();
  }

  /** What goes into {@code --out}. */
  ResultFiles files() {
    return files;
  }

  /** Keeps weights that would be lost, and says where. */
  void rescue(ModelCard card, Weights weights) {
    // the method, for all networks of a race have the same architecture
    String method = card.settings().getOrDefault("method", "");
    String stem = card.architecture() + (method.isEmpty() ? "" : "-" + method);
    long time = System.currentTimeMillis();
    Path file = home.rescued().resolve(stem + "-" + time + ".safetensors");
    for (int i = 2; Files.exists(file); i++) {
      file = home.rescued().resolve(stem + "-" + time + "-" + i + ".safetensors");
    }
    ResultFiles.safetensors(card, weights).write(file);
    say("What was trained so far is kept in " + file + ".");
  }

  /** One sentence on stderr. */
  void say(String sentence) {
    err().println(sentence);
    err().flush();
  }

  /** Prints the result, and moves the folder into place. */
  void finish(Map<String, ?> results) {
    ResultDocument document =
        new ResultDocument(
            command.name(),
            allSettings(),
            environment(),
            dataFacts(),
            (System.nanoTime() - began) / 1e9,
            results);
    deliver(document);
  }

  /** Does with the result what the call asks for. */
  void deliver(ResultDocument document) {
    files.commit(document);
    print(document.toJson());
    if (capsule != null && wasCancelled()) {
      say("The work was cut short, so there is no capsule; run it to its end for one.");
    } else if (capsule != null) {
      capsule.write(document, Optional.ofNullable(data));
    }
  }

  /** Prints one line of JSON. */
  void printLine(Map<String, ?> line) {
    print(ResultDocument.line(line));
  }

  private void print(String text) {
    PrintWriter writer = command.spec.commandLine().getOut();
    writer.print(text);
    writer.flush();
    if (writer.checkError()) {
      throw new LabException("The result could not be written to stdout; was the pipe closed?");
    }
  }

  private Map<String, Object> allSettings() {
    Map<String, Object> all = new LinkedHashMap<>(settings);
    all.put("data", common.data == null ? null : common.data.toString());
    all.put("dataset", common.dataset);
    all.putIfAbsent("seed", common.seed);
    all.put("out", common.out == null ? null : common.out.toString());
    if (common.capsule != null) {
      all.put("capsule", common.capsule.toString());
    }
    all.put("device", common.device);
    all.put("threads", compute == null ? common.threads : compute.threads());
    return all;
  }

  /** On what it is computed. */
  Map<String, Object> environment() {
    Map<String, Object> environment = new LinkedHashMap<>();
    environment.put("version", LabVersion.current());
    environment.put("device", compute == null ? null : compute.deviceName());
    environment.put("engine", compute == null ? null : compute.engine());
    environment.put("threads", compute == null ? null : compute.threads());
    environment.put("java", System.getProperty("java.version"));
    environment.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return environment;
  }

  private Map<String, Object> dataFacts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (data != null) {
      facts.put("name", data.title());
      facts.put("source", data.source());
      facts.put("sha256", data.sha256());
      facts.put("train", data.train().size());
      facts.put("test", data.test().size());
    }
    return facts;
  }

  @Override
  public void close() {
    files.close();
    jobs.close();
    if (compute != null && running != null && running.state().isOver()) {
      compute.close();
    }
  }
}
