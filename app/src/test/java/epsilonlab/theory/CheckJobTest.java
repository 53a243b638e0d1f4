package epsilonlab.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.job.JobContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckJobTest {
  private static final Claim CLAIM = new Claim("claim", "One is the other", 1e-12);
  private static final Compute ONE = Compute.start(DeviceChoice.CPU, 1);

  @AfterAll
  static void close() {
    ONE.close();
  }

  private record Made(BiConsumer<SplittableRandom, Findings> body) implements Theorem {
    @Override
    public String id() {
      return "made";
    }

    @Override
    public String title() {
      return "Made";
    }

    @Override
    public String sentence() {
      return "For this test.";
    }

    @Override
    public List<Claim> claims() {
      return List.of(CLAIM);
    }

    @Override
    public void check(SplittableRandom random, Findings findings) {
      body.accept(random, findings);
    }
  }

  private static CheckResult check(int instances, BiConsumer<SplittableRandom, Findings> body) {
    return new CheckJob(ONE, new Made(body), instances, 3).run(JobContext.of(e -> {}));
  }

  @Test
  void aFalseClaimIsCaughtAtItsWorstInstance() {
    CheckResult found =
        check(123, (random, findings) -> findings.equal(CLAIM, random.nextDouble(), 0));
    assertFalse(found.holds());
    assertEquals(123, found.instances());
    // the very same number again, from the seed of that instance
    int worst = found.claims().get(0).worstInstance();
    List<Double> drawn = new ArrayList<>();
    check(
        123,
        (random, findings) -> {
          drawn.add(random.nextDouble());
          findings.equal(CLAIM, 0, 0);
        });
    assertEquals(drawn.get(worst), found.largestDifference());
    assertEquals(drawn.stream().mapToDouble(d -> d).max().orElseThrow(), drawn.get(worst));
  }

  @Test
  void oneBadInstanceAmongManyIsFound() {
    int[] calls = {0};
    CheckResult found =
        check(500, (random, findings) -> findings.atMost(CLAIM, ++calls[0] == 377 ? 1e-6 : -1, 0));
    assertEquals(1e-6, found.largestDifference());
    assertFalse(found.holds());
    assertEquals(376, found.claims().get(0).worstInstance());
  }

  @Test
  void whatIsNoNumberSpeaksAgainstTheClaim() {
    assertFalse(check(3, (random, findings) -> findings.equal(CLAIM, Double.NaN, 1)).holds());
    assertFalse(check(3, (random, findings) -> findings.atMost(CLAIM, Double.NaN, 1)).holds());
    assertFalse(
        check(3, (random, findings) -> findings.equal(CLAIM, new double[1], new double[2]))
            .holds());
    assertTrue(
        check(
                3,
                (random, findings) ->
                    findings.equal(CLAIM, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY))
            .holds());
  }

  @Test
  void casesThatSayNothingAreNotCounted() {
    int[] calls = {0};
    CheckResult found =
        check(
            30,
            (random, findings) -> {
              if (++calls[0] % 3 == 0) {
                findings.atMost(CLAIM, 0, 1);
              }
            });
    assertEquals(30, found.instances());
    assertEquals(10, found.claims().get(0).cases());
  }

  @Test
  void largeNumbersAreComparedRelatively() {
    assertEquals(
        0.5, check(1, (random, findings) -> findings.equal(CLAIM, 50, 100)).largestDifference());
    assertEquals(
        0.25, check(1, (random, findings) -> findings.equal(CLAIM, 0.25, 0.5)).largestDifference());
  }

  @Test
  void moreInstancesBeginWithTheSame() {
    List<Double> few = new ArrayList<>();
    List<Double> many = new ArrayList<>();
    check(20, (random, findings) -> few.add(random.nextDouble()));
    check(77, (random, findings) -> many.add(random.nextDouble()));
    assertEquals(few, many.subList(0, 20));
    assertEquals(77, new HashSet<>(many).size());
  }

  @Test
  void impossibleNumbersOfInstancesAreRefused() {
    for (int wrong : new int[] {0, -1, CheckJob.MOST_INSTANCES + 1}) {
      LabException refused =
          assertThrows(LabException.class, () -> new CheckJob(ONE, Theorems.ALL.get(0), wrong, 0));
      assertTrue(refused.getMessage().contains(String.valueOf(wrong)), refused.getMessage());
    }
  }

  static List<Theorem> theorems() {
    return Theorems.ALL;
  }

  @ParameterizedTest
  @MethodSource("theorems")
  void everyTheoremHoldsAndDoesNotDependOnTheThreads(Theorem theorem) {
    List<CheckResult> events = new ArrayList<>();
    CheckResult found = new CheckJob(ONE, theorem, 60, 11).run(JobContext.of(events::add));
    assertTrue(found.holds(), found.toString());
    for (CheckResult.Outcome outcome : found.claims()) {
      assertTrue(outcome.cases() >= 5, "hardly ever tried: " + outcome);
    }
    assertEquals(found, events.get(events.size() - 1));
    try (Compute three = Compute.start(DeviceChoice.CPU, 3)) {
      assertEquals(found, new CheckJob(three, theorem, 60, 11).run(JobContext.of(e -> {})));
    }
    assertEquals(
        theorem.claims(), found.claims().stream().map(CheckResult.Outcome::claim).toList());
  }

  @Test
  void namesAreUniqueAndFound() {
    assertEquals(Theorems.ALL.size(), new HashSet<>(Theorems.ids()).size());
    for (Theorem theorem : Theorems.ALL) {
      assertEquals(theorem, Theorems.get(theorem.id()));
      long claims = theorem.claims().stream().map(Claim::id).distinct().count();
      assertEquals(theorem.claims().size(), claims);
      assertTrue(theorem.sentence().endsWith("."));
    }
    String message = assertThrows(LabException.class, () -> Theorems.get("nonsense")).getMessage();
    assertTrue(message.contains("linear-adversary"), message);
  }
}
