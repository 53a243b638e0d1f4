package epsilonlab.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.data.RealData;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.LabException;
import epsilonlab.job.JobHandle;
import epsilonlab.job.Work;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataChoiceTest {
  private static final DataSet DIGITS = SyntheticDigits.generate(1, 100, 50);

  @TempDir Path folder;
  private final QueuedFx fx = new QueuedFx();
  private final TestDialogs dialogs = new TestDialogs();
  private final List<String> downloads = new ArrayList<>();
  private LabException unreachable;
  private LabServices services;
  private LabSession session;
  private DataChoice choice;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, dialogs);
    session = services.session();
    session.useData(DIGITS);
    choice =
        new DataChoice(
            services,
            session,
            id -> {
              downloads.add(id);
              return Work.background(
                  "Download " + id,
                  () -> {
                    if (unreachable != null) {
                      throw unreachable;
                    }
                    return new DataSet(
                        id,
                        "MNIST",
                        "test",
                        "",
                        DIGITS.classNames(),
                        DIGITS.train(),
                        DIGITS.test());
                  });
            });
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private void select(String id) {
    choice
        .selected()
        .set(
            choice.options().stream().filter(any -> any.id().equals(id)).findFirst().orElseThrow());
  }

  private String selected() {
    return choice.selected().get() == null ? null : choice.selected().get().id();
  }

  @Test
  void whatIsMissingIsOfferedOnceAndDownloaded() throws Exception {
    dialogs.answer = "Download";
    select("mnist");
    fx.until("download", () -> session.data().get().id().equals("mnist"));
    assertEquals(1, dialogs.asked.size());
    assertTrue(dialogs.asked.get(0).startsWith("MNIST is not on this machine. Download it?"));
    assertEquals(List.of("mnist"), downloads);
    assertEquals("mnist", selected());
  }

  @Test
  void whoeverDeclinesKeepsTheDataSet() throws Exception {
    dialogs.answer = "Cancel";
    select("fashion-mnist");
    fx.until("question", () -> !dialogs.asked.isEmpty());
    fx.settle();
    assertEquals("synthetic", selected());
    assertEquals(DIGITS, session.data().get());
    assertEquals(List.of(), downloads);
  }

  @Test
  void anUnreachableServerIsAFailedJobAndChangesNothing() throws Exception {
    unreachable = new LabException("No server; try again.");
    dialogs.answer = "Download";
    List<JobHandle<?>> failed = new CopyOnWriteArrayList<>();
    services
        .jobs()
        .onChange(
            job -> {
              if (job.state() == JobHandle.State.FAILED) {
                failed.add(job);
              }
            });
    select("mnist");
    fx.until("failure", () -> !failed.isEmpty());
    fx.settle();
    assertEquals(DIGITS, session.data().get());
    assertEquals("synthetic", selected());
    // and it may be tried again
    unreachable = null;
    fx.until("settled", () -> failed.get(0).future().isDone());
    fx.settle();
    select("mnist");
    fx.until("download", () -> session.data().get().id().equals("mnist"));
  }

  @Test
  void anEmptyFolderIsRefusedInOneSentence() throws Exception {
    dialogs.file = Optional.of(Files.createDirectory(folder.resolve("empty")));
    select("");
    fx.until("sentence", () -> !services.messages().shown().isEmpty());
    assertTrue(services.messages().shown().get(0).sentence().contains("train-images-idx3-ubyte"));
    assertEquals("synthetic", selected());
    assertTrue(session.folder().isEmpty());
  }

  @Test
  void aFolderIsRecognisedByWhatItHolds() throws Exception {
    dialogs.file = Optional.of(RealData.folder().resolve("fashion-mnist"));
    select("");
    fx.until("data", () -> session.data().get().id().equals("fashion-mnist"));
    assertEquals("fashion-mnist", selected());
    fx.until("folder", () -> session.folder().isPresent());
    // that folder has no MNIST, which is offered for download then
    dialogs.answer = "Cancel";
    select("mnist");
    fx.until("question", () -> !dialogs.asked.isEmpty());
    fx.settle();
    assertEquals("fashion-mnist", selected());
    assertNull(unreachable);
  }
}
