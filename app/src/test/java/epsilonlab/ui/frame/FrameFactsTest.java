package epsilonlab.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Weights;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.attack.Lab;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrameFactsTest {
  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private LabSession session;
  private TabFacts facts;
  private String tab = "train";

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    session = services.session();
    facts = FrameFacts.of(session, () -> tab, wanted -> tab = wanted);
    session.useData(Lab.data(20));
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private ModelEntry add(String name, String network, String method, String data) throws Exception {
    Architecture architecture = Architectures.get(network);
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    tensors.put("fc.weight", new HostTensor(new float[7840], 10, 784));
    tensors.put("fc.bias", new HostTensor(new float[10], 10));
    Map<String, String> settings = method.isEmpty() ? Map.of() : Map.of("method", method);
    ModelCard card =
        new ModelCard(
            name, architecture.id(), data, "by hand", 0, 0.9, 0.4, Instant.now(), settings);
    ModelEntry entry = session.library().add(card, Weights.of(tensors));
    fx.until(
        name + " is listed",
        () -> session.models().stream().anyMatch(known -> known.id().equals(entry.id())));
    return entry;
  }

  @Test
  void everyFactOfTheFrameIsToldAndEverySettableOneTaken() {
    Set<String> all =
        FactNames.ALL.stream()
            .filter(fact -> fact.tab().equals("lab"))
            .map(FactName::name)
            .collect(Collectors.toSet());
    assertEquals(all, facts.names());
    Set<String> settable =
        FactNames.ALL.stream()
            .filter(fact -> fact.tab().equals("lab") && fact.settable())
            .map(FactName::name)
            .collect(Collectors.toSet());
    assertEquals(settable, facts.settable());
    facts.take("lab.tab", "attack");
    facts.take("lab.seed", 12.0);
    assertEquals("attack", facts.now().get("lab.tab").orElseThrow());
    assertEquals(12, session.seed().get());
  }

  @Test
  void theNewestFittingModelIsChosen() throws Exception {
    add("plain", "logistic", "", "test-20");
    add("hardened", "logistic", "pgd", "test-20");
    add("of other data", "logistic", "", "fashion-mnist");
    session.model().set(null);
    facts.take("lab.network", "logistic");
    assertEquals("plain", facts.now().get("lab.model").orElseThrow(), "the plain one first");
    assertEquals("standard", facts.now().get("lab.training").orElseThrow());
    facts.take("lab.training", "pgd");
    assertEquals("hardened", facts.now().get("lab.model").orElseThrow());
    assertEquals(0.9, facts.now().get("lab.accuracy").orElseThrow());
    assertEquals(0.4, facts.now().get("lab.robust").orElseThrow());
    facts.take("lab.network", "logistic");
    assertEquals("hardened", facts.now().get("lab.model").orElseThrow(), "it fits already");
  }

  @Test
  void whatHasToBeTrainedFirstIsSaid() throws Exception {
    add("plain", "logistic", "", "test-20");
    LabException none =
        assertThrows(LabException.class, () -> facts.take("lab.network", "small-cnn"));
    assertTrue(none.getMessage().contains("train one in the Train tab"), none.getMessage());
    facts.take("lab.network", "logistic");
    LabException untrained =
        assertThrows(LabException.class, () -> facts.take("lab.training", "pgd"));
    assertTrue(untrained.getMessage().contains("in the Defend tab"), untrained.getMessage());
    assertThrows(LabException.class, () -> facts.take("lab.training", "luck"));
  }
}
