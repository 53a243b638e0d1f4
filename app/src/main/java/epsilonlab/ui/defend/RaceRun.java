package epsilonlab.ui.defend;

import epsilonlab.defence.Alarm;
import epsilonlab.defence.RaceEvent;
import epsilonlab.defence.RaceJob;
import epsilonlab.defence.RobustPoint;
import epsilonlab.job.JobHandle;
import epsilonlab.report.RaceChart;
import epsilonlab.training.TrainingMethod;
import epsilonlab.ui.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One race, from the press of the button on. Events come on the job's thread. */
final class RaceRun {
  private final RacePlan plan;
  private final Map<TrainingMethod, List<RobustPoint>> points = new LinkedHashMap<>();
  private final List<Alarm> alarms = new ArrayList<>();
  private double epochs;
  private long version;
  private JobHandle<RaceAndKeep.Kept> handle;

  RaceRun(RacePlan plan) {
    this.plan = plan;
    plan.settings().methods().forEach(method -> points.put(method, new ArrayList<>()));
  }

  /** Takes in what the job reports. */
  synchronized void accept(RaceEvent event) {
    if (event instanceof RaceEvent.Measured measured) {
      points.get(measured.method()).add(measured.point());
      version++;
    } else if (event instanceof RaceEvent.Rang rang) {
      alarms.add(rang.alarm());
      version++;
    } else if (event instanceof RaceEvent.Batch batch) {
      epochs = Math.max(epochs, batch.batch().epochs());
    }
  }

  /** Grows with every measurement and every alarm. */
  synchronized long version() {
    return version;
  }

  /** What was measured so far, in lists of its own. */
  synchronized List<RaceChart.Line> lines() {
    return points.entrySet().stream()
        .map(entry -> new RaceChart.Line(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  /** What went wrong so far. */
  synchronized List<Alarm> alarms() {
    return List.copyOf(alarms);
  }

  /** How many epochs the first of the methods has done, with fraction. */
  synchronized double epochs() {
    return epochs;
  }

  /** How many test digits the measurements on the way use. */
  int measuredOn() {
    return Math.min(RaceJob.SAMPLE, plan.data().test().size());
  }

  RacePlan plan() {
    return plan;
  }

  JobHandle<RaceAndKeep.Kept> handle() {
    return handle;
  }

  void started(JobHandle<RaceAndKeep.Kept> job) {
    handle = job;
  }

  boolean isWaiting() {
    return handle.state() == JobHandle.State.WAITING;
  }

  /** What would be lost if it ended now without being kept, in one sentence. */
  String stake() {
    return "The race of "
        + plan.settings().architecture().title()
        + " has run for "
        + Words.epochNumber(epochs())
        + " of "
        + Words.epochs(plan.settings().training().epochs())
        + "; that would be lost.";
  }
}
