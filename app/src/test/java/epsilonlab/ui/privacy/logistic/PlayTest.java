package epsilonlab.ui.privacy.logistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.privacy.Confusion;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlayTest {
  private static final DataSet DIGITS = SyntheticDigits.generate(1, 120, 110);

  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private LogisticModels models;
  private Play play;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    models = LogisticModels.of(services);
    play = models.play();
    models.data().useData(DIGITS);
    models.form().chooseSize(60);
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private Deal dealt() throws Exception {
    play.startOrCancel();
    fx.until("a deal", () -> !play.job().running().get());
    return play.deal().get();
  }

  private static boolean holds(ImageSet images, int n, float[] image) {
    return IntStream.range(0, n).anyMatch(i -> Arrays.equals(images.image(i), image));
  }

  @Test
  void tenOfTwentyAreMembers() throws Exception {
    Deal deal = dealt();
    assertEquals(Deal.ROUNDS, deal.rounds().size());
    assertEquals(10, deal.rounds().stream().filter(Deal.Round::member).count());
    assertEquals(60, deal.settings().get("n"));
    assertEquals(Double.POSITIVE_INFINITY, deal.settings().get("c"));
    for (Deal.Round round : deal.rounds()) {
      assertTrue(
          holds(round.member() ? DIGITS.train() : DIGITS.test(), 60, round.image()),
          "among those that are attacked");
      assertEquals(1, DoubleStream.of(round.probabilities()).sum(), 1e-9);
    }
    assertNotEquals(
        deal.rounds().stream().map(Deal.Round::label).toList(),
        dealt().rounds().stream().map(Deal.Round::label).toList(),
        "another game, other images");
  }

  @Test
  void judgementsAreCountedAndMayBeTakenBack() throws Exception {
    Deal deal = dealt();
    play.back();
    assertFalse(play.isUnderWay());
    play.guess(!deal.rounds().get(0).member());
    assertTrue(play.isUnderWay());
    play.back();
    for (int i = 0; i < Deal.ROUNDS; i++) {
      assertFalse(play.isOver());
      assertEquals(deal.rounds().get(i), play.now());
      // the first three are judged wrongly
      play.guess(deal.rounds().get(i).member() == i >= 3);
    }
    assertTrue(play.isOver());
    assertNull(play.now());
    Confusion you = play.student();
    assertEquals(17, Deal.right(you));
    assertEquals(10, you.members());
    play.guess(true);
    play.back();
    assertEquals(Deal.ROUNDS, play.guesses().size(), "what is over stays");
    int machine =
        (int) deal.rounds().stream().filter(round -> round.machine() == round.member()).count();
    assertEquals(machine, Deal.right(deal.machine()));
    assertTrue(PlayWords.sentences(play).contains("17 or more right in 0.1\u00a0%"));
  }

  @Test
  void tooFewImagesAreOneSentence() {
    models.form().chooseSize(19);
    play.startOrCancel();
    assertFalse(play.job().running().get());
    assertTrue(models.form().complaint().get().contains("at least 20"));
  }
}
