package epsilonlab.ui.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.photo.Normalization;
import epsilonlab.photo.PhotoAttacks;
import epsilonlab.photo.PhotoResult;
import epsilonlab.photo.PhotoSettings.Ending;
import epsilonlab.photo.TestFiles;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.photo.PhotoViewModel.Missing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Photo tab without a screen. */
class PhotoViewModelTest {
  private static final String ALLOW = "Allow and open";

  @TempDir Path folder;
  private final QueuedFx fx = new QueuedFx();
  private final TestDialogs dialogs = new TestDialogs();
  private PhotoWorld world;
  private LabServices services;
  private PhotoViewModel model;

  @BeforeEach
  void open() throws IOException {
    world = new PhotoWorld(folder);
    services = SessionServices.with(fx, dialogs);
    world.rememberNames(services);
    services.session().settings().set(PhotoKept.TARGET, "");
    model = model();
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private PhotoViewModel model() {
    return new PhotoViewModel(services.session(), dialogs);
  }

  private void ready() throws Exception {
    dialogs.answer = ALLOW;
    model.photos().open(world.picture);
    model.networks().open(world.network);
    fx.until("classified", () -> model.before().get() != null);
  }

  private PhotoResult attacked() throws Exception {
    model.startOrStop();
    fx.until("attacked", () -> model.result().get() != null || !complaint().isEmpty());
    return model.result().get();
  }

  private String complaint() {
    return model.form().complaint().get();
  }

  @Test
  void asksOnceForEachFileAndRunsNothingBefore() throws Exception {
    assertEquals(Missing.NETWORK, model.missing().get());
    dialogs.answer = "Cancel";
    model.networks().open(world.network);
    fx.until("asked", () -> !dialogs.asked.isEmpty());
    assertTrue(dialogs.asked.get(0).contains("small.pt"));
    fx.settle();
    assertNull(model.networks().network().get());

    dialogs.answer = ALLOW;
    model.networks().open(world.network);
    fx.until("loaded", () -> model.networks().network().get() != null);
    assertEquals(Missing.PHOTO, model.missing().get());
    assertEquals(2, dialogs.asked.size());
    // the same bytes under another name are the same file, others are not
    Path copy = folder.resolve("copy.pt");
    Files.copy(world.network, copy);
    model.networks().open(copy);
    fx.until("copy", () -> copy.equals(model.networks().path().get()));
    assertEquals(2, dialogs.asked.size());
    Files.copy(TestFiles.path("scripted.pt"), copy, StandardCopyOption.REPLACE_EXISTING);
    model.networks().open(copy);
    fx.until("asked again", () -> dialogs.asked.size() == 3);
  }

  @Test
  void remembersWhatWasChosen() throws Exception {
    ready();
    model.form().attack().set(PhotoAttacks.GRADIENT);
    model.form().target().set("tabby");
    model.form().ending().set(Ending.SURE);
    model.form().epsilon().set(0.02);
    model.type(PhotoAttacks.GRADIENT.parameters().get(0), "7");
    int asked = dialogs.asked.size();
    model = model();
    fx.until("classified", () -> model.before().get() != null);
    assertEquals(asked, dialogs.asked.size());
    assertEquals(world.picture, model.photos().photo().get().path());
    assertEquals(PhotoAttacks.GRADIENT, model.form().attack().get());
    assertEquals("tabby", model.form().target().get());
    assertEquals(Ending.SURE, model.form().ending().get());
    assertEquals(0.02, model.form().epsilon().get());
    assertEquals("7", model.form().text(PhotoAttacks.GRADIENT.parameters().get(0)));
  }

  @Test
  void attacksFollowsTheSliderAndFindsTheSmallest() throws Exception {
    ready();
    // class 3 of Python's logits
    assertEquals("pizza", model.before().get().best().label());
    model.form().target().set("bullet_train");
    model.form().epsilon().set(8 / 255.0);
    model.type(PhotoAttacks.PGD.parameters().get(0), "12");
    PhotoResult first = attacked();
    assertEquals(12, first.steps());
    assertEquals(8 / 255.0, first.norms().linf(), 1e-6);
    model.tick();
    assertEquals(13, model.live().get().trace().size());
    fx.until("searched", () -> model.smallest().get().known());

    model.form().epsilon().set(0.01);
    assertTrue(model.stale().get());
    fx.until("followed", () -> !model.stale().get());
    assertEquals(0.01, model.result().get().norms().linf(), 1e-6);
    // the search does not depend on the slider
    assertTrue(model.smallest().get().known());
    if (model.smallest().get().exists()) {
      double shown = model.smallest().get().shown();
      assertTrue(shown >= model.smallest().get().value());
      model.form().epsilon().set(shown);
      fx.until("there", () -> !model.stale().get());
      assertTrue(model.result().get().firstReached() >= 0);
    }

    model.form().target().set("tabby");
    assertNull(model.result().get());
    assertFalse(model.smallest().get().known());
  }

  @Test
  void stopsAtOnce() throws Exception {
    ready();
    model.type(PhotoAttacks.PGD.parameters().get(0), "10000");
    model.startOrStop();
    fx.until(
        "begun",
        () -> {
          model.tick();
          return model.live().get() != null;
        });
    assertTrue(model.running().get());
    model.startOrStop();
    assertFalse(model.running().get());
    assertNull(model.live().get());
    fx.settle();
    model.tick();
    assertNull(model.live().get(), "what was stopped must not come back");
    assertNull(model.result().get());
  }

  @Test
  void stoppedWhileItFollowsTheSliderTheLastWholeResultStays() throws Exception {
    ready();
    model.type(PhotoAttacks.PGD.parameters().get(0), "10000");
    model.form().ending().set(Ending.FOOLED);
    model.form().epsilon().set(8 / 255.0);
    PhotoResult whole = attacked();
    model.tick();
    // too small to fool, so it takes all its steps
    model.form().epsilon().set(1e-4);
    fx.until(
        "begun",
        () -> {
          model.tick();
          return model.live().get() != null && model.live().get().trace().size() > 2;
        });
    model.stop();
    fx.settle();
    model.tick();
    assertNull(model.live().get());
    assertEquals(whole, model.result().get());
    assertTrue(model.stale().get(), "it belongs to another epsilon");
  }

  @Test
  void otherClassNamesOpenTheNetworkThatTheyFit() throws Exception {
    dialogs.answer = ALLOW;
    model.networks().useClasses(null);
    model.networks().open(world.network);
    fx.until("refused", () -> !model.networks().complaint().get().isEmpty());
    assertTrue(model.networks().complaint().get().contains("knows 6 classes"));
    assertNull(model.networks().network().get());
    model.networks().useClasses(world.names);
    fx.until("opened", () -> model.networks().network().get() != null);
    assertEquals("", model.networks().complaint().get());
    assertEquals(1, dialogs.asked.size());
  }

  @Test
  void badInputIsOneSentence() throws Exception {
    ready();
    model.form().target().set("pizza");
    assertNull(attacked());
    assertTrue(complaint().contains("already sees 'pizza'"), complaint());
    model.form().target().set("pizz");
    assertEquals("", complaint());
    assertNull(attacked());
    assertTrue(complaint().contains("did you mean pizza"), complaint());
    model.form().target().set("");
    model.type(PhotoAttacks.PGD.parameters().get(0), "none");
    assertNull(attacked());
    assertTrue(complaint().contains("whole number from 1"), complaint());

    Path text = folder.resolve("text.pt");
    Files.writeString(text, "hello");
    model.networks().open(text);
    fx.until("network", () -> !model.networks().complaint().get().isEmpty());
    assertTrue(model.networks().complaint().get().contains("not a TorchScript network"));
    // what was there stays in use
    assertEquals(world.network, model.networks().path().get());
    model.photos().open(text);
    fx.until("photo", () -> !model.photos().complaint().get().isEmpty());
    assertTrue(model.photos().complaint().get().contains("not a JPEG or PNG"));
    assertEquals(world.picture, model.photos().photo().get().path());
  }

  @Test
  void otherColoursAreAnotherAnswer() throws Exception {
    ready();
    float[] before = model.before().get().logits();
    model.networks().normalization().set(Normalization.IMAGENET);
    fx.until(
        "loaded",
        () ->
            model.before().get() != null
                && model.networks().network().get().normalization() == Normalization.IMAGENET);
    // Python's, see PhotoNetworkTest
    assertEquals(4.53734, model.before().get().logits()[3], 1e-3);
    assertEquals(1.821481, before[3], 1e-3);
  }

  @Test
  void stepsThroughTheSamples() throws Exception {
    ready();
    Path other = folder.resolve("other.png");
    Files.copy(world.picture, other);
    model.photos().open(other);
    fx.until("other", () -> other.equals(model.photos().photo().get().path()));
    assertEquals(2, model.photos().samples().size());
    model.photos().step(1);
    assertEquals(world.picture, model.photos().photo().get().path());
    model.photos().step(1);
    assertEquals(other, model.photos().photo().get().path());
  }
}
