package epsilonlab.ui.privacy.logistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Seed;
import epsilonlab.generative.FullyConnectedGan;
import epsilonlab.generative.TrainedGan;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Weights;
import epsilonlab.privacy.Confusion;
import epsilonlab.privacy.inference.Candidates;
import epsilonlab.privacy.inference.DiscriminatorAttack;
import epsilonlab.privacy.inference.LogisticTrainer;
import epsilonlab.privacy.inference.MembershipAttack;
import epsilonlab.privacy.inference.Target;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.privacy.microscope.ScoreBar;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttacksTest {
  private static final DataSet DIGITS = SyntheticDigits.generate(1, 200, 120);

  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private LabSession session;
  private LogisticModels models;
  private Attacks attacks;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    session = services.session();
    session.useData(DIGITS);
    models = LogisticModels.of(services);
    attacks = models.attacks();
    models.data().useData(DIGITS);
    models.form().chooseSize(40);
    attacks.form().typed().text(AttackForm.SHADOWS).set("4");
    choose(MembershipAttack.CORRECT, MembershipAttack.LOSS);
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private void choose(MembershipAttack... wanted) {
    for (MembershipAttack attack : MembershipAttack.values()) {
      attacks.form().choose(attack, Arrays.asList(wanted).contains(attack), session.settings());
    }
  }

  private AttackFindings done() throws Exception {
    attacks.startOrCancel();
    assertEquals("", attacks.form().complaint().get());
    fx.until("the attacks", () -> !attacks.job().running().get());
    fx.settle();
    return attacks.findings().get();
  }

  private ModelCard card(String name, String architecture) {
    return new ModelCard(
        name,
        architecture,
        "synthetic",
        "none",
        0,
        0.5,
        null,
        Instant.parse("2026-01-01T00:00:00Z"),
        Map.of());
  }

  @Test
  void scoresAreThoseOfTheModelItself() throws Exception {
    AttackFindings found = done();
    assertEquals(
        List.of("correct", "loss"), found.attacks().stream().map(AttackScores::id).toList());
    Target target =
        new LogisticTrainer(SessionServices.compute(), Double.POSITIVE_INFINITY)
            .train(DIGITS.train().slice(0, 40), Seed.of(9), part -> {});
    double[] members =
        target.answers(DIGITS.train().slice(0, 40)).scores(MembershipAttack.LOSS.score());
    double[] others =
        target.answers(DIGITS.test().slice(0, 40)).scores(MembershipAttack.LOSS.score());
    AttackScores loss = found.attacks().get(1);
    assertTrue(Arrays.equals(members, loss.scores().members()));
    assertTrue(Arrays.equals(others, loss.scores().others()));
    // by brute force: the best of all thresholds
    double best = 0;
    for (double threshold : members) {
      long in = Arrays.stream(members).filter(score -> score >= threshold).count();
      long out = Arrays.stream(others).filter(score -> score >= threshold).count();
      best = Math.max(best, (in + 40 - out) / 80.0);
    }
    assertEquals(best, AttackFindings.balancedAccuracy(loss), 1e-12);
    // one per cent of forty is nobody: members above every other
    double most = Arrays.stream(others).max().orElseThrow();
    double found1 = Arrays.stream(members).filter(score -> score > most).count() / 40.0;
    assertEquals(found1, AttackFindings.found(loss, true), 1e-12);
    assertEquals(11, found.table().rows().get(1).size());
  }

  @Test
  void whatBelongsToAnotherChoiceIsGreyed() throws Exception {
    done();
    assertFalse(attacks.stale().get());
    assertEquals(40, attacks.measured().get("n"));
    models.form().chooseSize(50);
    assertTrue(attacks.stale().get());
    assertTrue(attacks.microscope().stale().get());
    attacks.selected().set(attacks.findings().get().attacks().get(1));
    assertTrue(attacks.microscope().stale().get(), "another attack of the same findings");
    assertEquals(40, attacks.measured().get("n"), "an export says what was measured");
    models.form().chooseSize(40);
    assertFalse(attacks.stale().get());
    assertFalse(attacks.microscope().stale().get());
    models.form().chooseRegulariser(0.1);
    assertTrue(attacks.stale().get());
    done();
    assertFalse(attacks.stale().get());
    assertEquals(0.1, attacks.measured().get("c"));
    attacks.form().target().set(AttackTarget.GAN);
    assertTrue(attacks.stale().get());
  }

  @Test
  void aBarLeadsToItsImages() throws Exception {
    done();
    attacks.selected().set(attacks.findings().get().attacks().get(1));
    int bins = attacks.selected().get().scores().bins().size();
    int members = 0;
    int others = 0;
    for (int bin = 0; bin < bins; bin++) {
      attacks.microscope().choose(bin);
      ScoreBar bar = attacks.bar().get();
      members += bar.members().length;
      others += bar.others().length;
    }
    assertEquals(40, members, "every member is behind some bar");
    assertEquals(40, others);
    attacks.selected().set(attacks.findings().get().attacks().get(0));
    assertNull(attacks.bar().get(), "a bar of another score");
    Confusion right = attacks.microscope().confusion().get();
    assertEquals(attacks.findings().get().memberAccuracy(), right.truePositiveRate(), 1e-12);
    assertEquals(attacks.findings().get().otherAccuracy(), right.falsePositiveRate(), 1e-12);
  }

  @Test
  void whatWasFoundBeforeCancelStays() throws Exception {
    choose(MembershipAttack.LOSS, MembershipAttack.LIRA);
    attacks.form().typed().text(AttackForm.SHADOWS).set("1024");
    attacks.startOrCancel();
    fx.until(
        "the plain attack",
        () -> attacks.findings().get() != null && !attacks.findings().get().attacks().isEmpty());
    attacks.startOrCancel();
    assertFalse(attacks.job().running().get());
    fx.settle();
    assertEquals(1, attacks.findings().get().attacks().size());
    attacks.form().typed().text(AttackForm.SHADOWS).set("4");
    assertEquals(2, done().attacks().size());
  }

  @Test
  void theModelInUseIsAttackedOnItsOwnDataSet() throws Exception {
    attacks.form().target().set(AttackTarget.MODEL);
    attacks.startOrCancel();
    assertTrue(attacks.form().complaint().get().contains("no model in use"));
    assertEquals("", attacks.ownData());
    Architecture of = Architectures.get("logistic");
    session.use(session.library().add(card("Mine", of.id()), of.initialWeights(Seed.of(3))));
    assertEquals("On its own data, Synthetic digits; no C", attacks.ownData());
    models.data().useData(SyntheticDigits.generate(7, 100, 100));
    AttackFindings found = done();
    assertEquals(DIGITS, found.data(), "that of the session, by its id");
    assertFalse(found.learntSurely());
    assertEquals(2, found.attacks().size());
    assertTrue(AttackWords.sentences(found, found.attacks().get(0)).contains("if Mine did learn"));
  }

  @Test
  void otherDigitsDoNotStandInForThoseThatAModelLearnt() throws Exception {
    attacks.form().target().set(AttackTarget.MODEL);
    Architecture of = Architectures.get("logistic");
    ModelCard foreign =
        new ModelCard(
            "Of MNIST",
            of.id(),
            "mnist",
            "none",
            0,
            0.5,
            null,
            Instant.parse("2026-01-01T00:00:00Z"),
            Map.of());
    session.use(session.library().add(foreign, of.initialWeights(Seed.of(3))));
    List<String> failures = new CopyOnWriteArrayList<>();
    services
        .jobs()
        .onChange(
            job ->
                job.future()
                    .whenComplete((done, failure) -> failures.add(String.valueOf(failure))));
    attacks.startOrCancel();
    fx.until("the end", () -> !attacks.job().running().get());
    assertNull(attacks.findings().get());
    assertTrue(
        failures.stream().anyMatch(one -> one.contains("MNIST, which is not on this machine")),
        failures.toString());
  }

  @Test
  void aDiscriminatorIsAskedAboutEveryImage() throws Exception {
    attacks.form().target().set(AttackTarget.GAN);
    attacks.startOrCancel();
    assertTrue(attacks.form().complaint().get().contains("no GAN in the library"));
    FullyConnectedGan gan = new FullyConnectedGan(4, List.of(8), List.of(8), 0.0);
    Weights weights = gan.initialWeights(Seed.of(5));
    ModelEntry entry = session.library().add(card("A GAN", FullyConnectedGan.ID), weights);
    attacks.form().gan().set(entry);
    AttackFindings found = done();
    assertEquals(1, found.attacks().size());
    TrainedGan trained = new TrainedGan(SessionServices.compute(), gan, weights);
    Candidates candidates = Candidates.of(DIGITS, 40);
    assertEquals(
        DiscriminatorAttack.of(trained, candidates).auc(),
        found.attacks().get(0).scores().auc(),
        1e-12);
    assertTrue(Double.isNaN(found.memberAccuracy()));
    assertNotNull(attacks.microscope().histogram().get());
  }

  @Test
  void badInputIsOneSentence() {
    attacks.form().typed().text(AttackForm.SHADOWS).set("5");
    attacks.startOrCancel();
    assertTrue(attacks.form().complaint().get().contains("must be even"));
    attacks.form().typed().text(AttackForm.SHADOWS).set("4");
    choose();
    attacks.startOrCancel();
    assertTrue(attacks.form().complaint().get().contains("choose at least one"));
    assertFalse(attacks.job().running().get());
  }
}
