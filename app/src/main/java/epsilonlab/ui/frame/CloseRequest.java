package epsilonlab.ui.frame;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabTab;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Closes the window when its user wants that: asks, keeps what is trained, and leaves. */
final class CloseRequest {
  private final LabServices services;
  private final JobList jobs;
  private final TabHost host;
  private final Runnable leave;

  /**
   * @param leave closes the window without a question
   */
  CloseRequest(LabServices services, JobList jobs, TabHost host, Runnable leave) {
    this.services = services;
    this.jobs = jobs;
    this.host = host;
    this.leave = leave;
  }

  /** Closes, after a question if something would be lost. */
  void make() {
    List<JobEntry> under =
        new ArrayList<>(jobs.entries().stream().filter(entry -> !entry.isOver()).toList());
    under.sort(Comparator.comparing(entry -> !entry.isActive()));
    List<LabTab> tabs = host.built();
    switch (Closing.decide(services.dialogs(), under, tabs)) {
      case CLOSE -> leave.run();
      case KEEP_AND_CLOSE -> keepAndLeave(tabs);
      case STAY -> {
        // the question is answered; work goes on
      }
    }
  }

  private void keepAndLeave(List<LabTab> tabs) {
    CompletableFuture<?>[] kept =
        tabs.stream()
            .filter(tab -> tab.beforeClose().isPresent())
            .map(LabTab::keep)
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(kept)
        .whenComplete((nothing, failure) -> services.fx().execute(() -> leaveUnless(failure)));
  }

  // not kept is lost, so the window stays
  private void leaveUnless(Throwable failure) {
    if (failure == null) {
      leave.run();
    } else {
      services.messages().failure(failure);
    }
  }
}
