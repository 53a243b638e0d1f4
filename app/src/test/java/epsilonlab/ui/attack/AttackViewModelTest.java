package epsilonlab.ui.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.attack.Attacks;
import epsilonlab.attack.Target;
import epsilonlab.engine.Compute;
import epsilonlab.evaluation.AttackedImage;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.attack.AttackViewModel.Missing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FGSM takes epsilon from the digit's own rows, which hold 0.6, and adds it to all others, so the
 * answer changes where epsilon passes 0.3.
 */
class AttackViewModelTest {
  private static final double FLIP = Lab.INK / 2;

  @TempDir Path folder;
  private final CompletableFuture<Compute> engine = new CompletableFuture<>();
  private Lab lab;
  private AttackViewModel model;

  @BeforeEach
  void open() {
    lab = new Lab(folder, engine);
    model = new AttackViewModel(lab.session);
  }

  @AfterEach
  void close() {
    engine.complete(Lab.compute());
    lab.close();
  }

  private ModelEntry ready() {
    ModelEntry entry = lab.addModel("rows", 20);
    lab.session.useData(Lab.data(1200));
    lab.session.model().set(entry);
    return entry;
  }

  private void go() {
    engine.complete(Lab.compute());
  }

  private AttackedImage attacked() {
    return model.attacked().get();
  }

  @Test
  void saysWhatIsMissing() {
    assertEquals(Missing.DATA, model.missing().get());
    lab.session.useData(Lab.data(20));
    assertEquals(Missing.MODEL, model.missing().get());
    lab.session.model().set(lab.addModel("rows", 20));
    assertEquals(Missing.NOTHING, model.missing().get());
    model.digits().choose(4);
    model.attacks().target().set(new Target.Of(4));
    assertEquals(Missing.OTHER_TARGET, model.missing().get());
    model.digits().choose(5);
    assertEquals(Missing.NOTHING, model.missing().get());
    lab.session.model().set(null);
    assertEquals(Missing.MODEL, model.missing().get());
    assertNull(attacked());
  }

  @Test
  void followsEpsilonAndFindsWhereTheAnswerChanges() {
    ready();
    go();
    model.digits().choose(3);
    model.epsilon().set(0.25);
    lab.until(() -> attacked() != null && attacked().index() == 3);
    lab.until(() -> model.attackedEpsilon() == 0.25);
    assertEquals(3, attacked().answerAfter());
    assertEquals(0.25, attacked().norms().linf(), 1e-6);
    model.epsilon().set(0.35);
    lab.until(() -> model.attackedEpsilon() == 0.35);
    assertTrue(attacked().answerAfter() != 3);
    lab.until(() -> model.smallest().get().known());
    assertEquals(FLIP, model.smallest().get().value(), 0.0011);
    model.epsilon().set(model.smallest().get().value());
    lab.until(() -> model.attackedEpsilon() == model.epsilon().get());
    assertTrue(attacked().answerAfter() != 3, "what Go there goes to does fool the network");
  }

  @Test
  void noEpsilonMayBeLargeEnough() {
    ready();
    go();
    model.attacks().target().set(Target.NEXT);
    lab.until(() -> model.smallest().get().exists());
    // at most one step of 0.1, whatever epsilon allows
    model.attacks().attack().set(attack("iterated-fgsm"));
    model.attacks().set(model.attacks().attack().get().parameters().get(0), 1);
    model.attacks().set(model.attacks().attack().get().parameters().get(1), 0.1);
    assertFalse(model.smallest().get().known(), "not known for this attack yet");
    lab.until(() -> model.smallest().get().known());
    assertFalse(model.smallest().get().exists());
  }

  private static epsilonlab.attack.Attack attack(String id) {
    return Attacks.ALL.stream().filter(any -> any.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void theAccuracyIsOfTheFirstThousand() {
    ready();
    go();
    model.epsilon().set(0.2);
    lab.until(() -> !model.many().stale().get());
    assertEquals(new ManyDigits.Measured(0.2, 0.99, 1000, true), model.many().measured().get());
    assertEquals(24, model.many().strip().get().originals().size());
    model.epsilon().set(0.4);
    assertTrue(model.many().stale().get());
    assertEquals(0.2, model.many().measured().get().epsilon(), "the last value stays meanwhile");
    lab.until(() -> !model.many().stale().get());
    assertEquals(new ManyDigits.Measured(0.4, 0, 1000, true), model.many().measured().get());
  }

  @Test
  void severalStepsAnswerForFewDigitsUntilTheSliderRests() {
    ready();
    go();
    model.attacks().attack().set(attack("pgd"));
    List<ManyDigits.Measured> measured = new ArrayList<>();
    model.many().measured().addListener((p, before, now) -> measured.add(now));
    for (int i = 1; i <= 20; i++) {
      model.epsilon().set(i / 100.0);
    }
    lab.until(() -> !model.many().stale().get());
    assertEquals(
        List.of(ManyDigits.COARSE, ManyDigits.COUNT),
        measured.stream().map(ManyDigits.Measured::count).toList(),
        "few first, then all, and nothing of the values that were passed");
    assertEquals(List.of(0.2, 0.2), measured.stream().map(ManyDigits.Measured::epsilon).toList());
  }

  @Test
  void fewDigitsAnswerWhileTheSliderMoves() {
    ready();
    go();
    model.attacks().attack().set(attack("pgd"));
    List<ManyDigits.Measured> measured = new ArrayList<>();
    model.many().measured().addListener((p, before, now) -> measured.add(now));
    // never at rest for as long as all digits wait for
    for (int move = 1; move <= 100 && measured.isEmpty(); move++) {
      model.epsilon().set(move / 500.0);
      long next = System.nanoTime() + 30_000_000;
      lab.until(() -> System.nanoTime() > next);
    }
    assertEquals(ManyDigits.COARSE, measured.get(0).count());
    assertFalse(measured.get(0).all());
    assertTrue(model.many().stale().get(), "the other digits are still to come");
  }

  @Test
  void aResultOfAnEarlierChoiceIsDropped() {
    lab.session.useData(Lab.data(200));
    ModelEntry upsideDown = lab.addModel("upside down", -20);
    ModelEntry rows = lab.addModel("rows", 20);
    List<AttackedImage> seen = new ArrayList<>();
    List<ManyDigits.Measured> accuracies = new ArrayList<>();
    model.attacked().addListener((p, before, now) -> seen.add(now));
    model.many().measured().addListener((p, before, now) -> accuracies.add(now));
    lab.session.model().set(upsideDown);
    model.digits().choose(10);
    lab.session.model().set(rows);
    model.digits().choose(23);
    model.attacks().target().set(Target.NEXT);
    go();
    lab.until(() -> !model.many().stale().get() && model.smallest().get().known());
    lab.settle();
    assertEquals(List.of(23), seen.stream().map(AttackedImage::index).toList());
    assertEquals(3, seen.get(0).answerBefore(), "by the model chosen last");
    assertEquals(1, accuracies.size());
    assertEquals(0.99, accuracies.get(0).accuracy(), 1e-9);
    assertEquals(List.of(), lab.failures);
  }

  @Test
  void aDeletedModelGivesWayToAnother() {
    ModelEntry other = lab.addModel("other", 20);
    ModelEntry used = lab.addModel("used", 20);
    lab.session.useData(Lab.data(200));
    lab.until(() -> lab.session.models().size() == 2);
    lab.session.model().set(used);
    go();
    lab.until(() -> attacked() != null);
    lab.session.library().delete(used.id());
    lab.until(() -> lab.session.models().size() == 1);
    assertEquals(other, lab.session.model().get());
    lab.session.library().delete(other.id());
    lab.until(() -> lab.session.models().isEmpty());
    assertNull(lab.session.model().get());
    assertEquals(Missing.MODEL, model.missing().get());
  }

  @Test
  void epsilonIsRememberedAndCutToTheSlider() {
    model.epsilon().set(0.37);
    lab.settings.save();
    try (Lab again = new Lab(folder)) {
      assertEquals(0.37, new AttackViewModel(again.session).epsilon().get());
    }
  }

  @Test
  void aDrawnDigitIsAttackedToo() {
    ready();
    go();
    float[] drawn = new float[784];
    java.util.Arrays.fill(drawn, 4 * 28, 6 * 28, 0.6f);
    model.digits().draw(drawn);
    model.epsilon().set(0.4);
    lab.until(() -> attacked() != null && attacked().index() == Digit.DRAWN);
    lab.until(() -> model.attackedEpsilon() == 0.4);
    assertNotNull(attacked());
    assertEquals(2, attacked().label());
    assertTrue(attacked().answerAfter() != 2);
  }

  @Test
  void theSentenceSaysWhatWasSeen() {
    ready();
    go();
    model.digits().choose(8);
    model.epsilon().set(0.4);
    lab.until(() -> attacked() != null && model.attackedEpsilon() == 0.4);
    lab.until(() -> attacked().index() == 8);
    String words = PlainWords.describe(model, attacked());
    assertTrue(words.startsWith("rows was "), words);
    assertTrue(words.contains("sure of an 8. A change of at most 0.40 in every pixel made it"));
    assertTrue(words.endsWith("You still see an 8."), words);
    model.epsilon().set(0.1);
    assertEquals(words, PlainWords.describe(model, attacked()), "of what is shown, not the slider");
  }

  @Test
  void epsilonIsRememberedForEachNorm() {
    model.attacks().attack().set(attack("fgm-l2"));
    model.epsilon().set(3.1);
    model.attacks().attack().set(attack("jsma"));
    model.epsilon().set(42);
    lab.settings.save();
    try (Lab again = new Lab(folder)) {
      AttackViewModel reopened = new AttackViewModel(again.session);
      assertEquals(42, reopened.epsilon().get());
      reopened.attacks().attack().set(attack("fgm-l2"));
      assertEquals(3.1, reopened.epsilon().get());
      reopened.attacks().attack().set(attack("fgsm"));
      assertEquals(0.2, reopened.epsilon().get());
    }
  }

  @Test
  void anotherSourceAttacksAnew() {
    ready();
    ModelEntry upsideDown = lab.addModel("upside down", -20);
    ModelEntry alike = lab.addModel("alike", 21);
    go();
    lab.until(() -> lab.session.models().size() == 3);
    model.digits().choose(3);
    model.epsilon().set(0.4);
    model.attacks().attack().set(attack("transfer"));
    model.attacks().source().set(alike);
    lab.until(() -> attacked() != null && attacked().answerAfter() != 3);
    // what is wrong there is right here
    model.attacks().source().set(upsideDown);
    lab.until(() -> attacked().answerAfter() == 3);
    lab.until(() -> !model.many().stale().get());
    // even the hundredth: its label's rows go from 0 to 0.4, its ink from 0.6 to 0.2
    assertEquals(1, model.many().measured().get().accuracy());
    model.attacks().source().set(alike);
    lab.until(() -> attacked().answerAfter() != 3);
    lab.until(() -> !model.many().stale().get());
    assertEquals(0, model.many().measured().get().accuracy());
    assertEquals(List.of(), lab.failures);
  }

  @Test
  void aTransferNeedsASecondModel() {
    ready();
    go();
    lab.until(() -> attacked() != null);
    model.attacks().attack().set(attack("transfer"));
    assertEquals(Missing.SOURCE, model.missing().get());
    assertEquals(
        "Transfer needs a second model: train one.", PlainWords.missing(model.missing().get()));
    assertNull(attacked());
    lab.addModel("second", 21);
    lab.until(() -> attacked() != null);
    assertEquals(Missing.NOTHING, model.missing().get());
    assertEquals(List.of(), lab.failures);
  }

  @Test
  void aSlowAttackOnAnEpsilonThatWasLeftIsDropped() {
    ready();
    model.attacks().attack().set(attack("square"));
    List<Double> seen = new ArrayList<>();
    model.attacked().addListener((p, before, now) -> seen.add(model.attackedEpsilon()));
    for (double epsilon : new double[] {0.35, 0.38, 0.4}) {
      model.epsilon().set(epsilon);
    }
    go();
    lab.until(() -> !seen.isEmpty());
    lab.settle();
    assertEquals(List.of(0.4), seen);
  }

  @Test
  void theSlowestAttacksHaveNoStrip() {
    ready();
    go();
    lab.until(() -> model.many().strip().get().originals() != null);
    model.attacks().attack().set(attack("one-pixel"));
    lab.until(() -> !model.many().stale().get());
    lab.settle();
    assertNull(model.many().strip().get().originals());
    assertEquals(0, model.many().measured().get().count());
  }
}
