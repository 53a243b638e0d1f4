package epsilonlab.ui.attack;

import epsilonlab.attack.Attack;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Norm;
import epsilonlab.attack.Parameter;
import epsilonlab.attack.Target;
import epsilonlab.data.DataSet;
import epsilonlab.engine.LabException;
import epsilonlab.evaluation.AttackedImage;
import epsilonlab.lesson.fact.Curve;
import epsilonlab.report.CurveChart;
import epsilonlab.ui.TabFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the Attack tab tells of itself, and what can be set on it. */
final class AttackFacts {
  private static final String STEPS = "steps";
  private static final String STEP_SIZE = "step-size";
  private static final int NO_TARGET = -1;

  private final AttackViewModel model;

  AttackFacts(AttackViewModel model) {
    this.model = model;
  }

  TabFacts all() {
    return choices().and(answers()).and(many());
  }

  private TabFacts choices() {
    return new TabFacts()
        .set("attack.index", this::index, Double.class, this::choose)
        .set(
            "attack.class",
            () -> model.digits().classFilter().get(),
            Double.class,
            wanted -> model.digits().classFilter().set(classOf(wanted)))
        .set(
            "attack.only_correct",
            () -> model.digits().onlyCorrect().get(),
            Boolean.class,
            wanted -> model.digits().onlyCorrect().set(wanted))
        .set("attack.attack", () -> attack().id(), String.class, this::chooseAttack)
        .set("attack.steps", this::steps, Double.class, this::setSteps)
        .set("attack.step_size", this::stepSize, Double.class, this::setStepSize)
        .set("attack.target", this::target, Double.class, this::aimAt)
        .set("attack.epsilon", this::epsilon, Double.class, this::setEpsilon)
        .set("attack.curves", this::curves, String.class, this::measureCurves);
  }

  private Attack attack() {
    return model.attacks().attack().get();
  }

  private Integer index() {
    Digit digit = model.digits().digit().get();
    return digit == null || digit.isDrawn() ? null : digit.index();
  }

  private void choose(double index) {
    DataSet data = model.session().data().get();
    if (data == null) {
      throw new LabException("The data set is still being loaded; wait a moment.");
    }
    if (index != Math.rint(index) || index < 0 || index >= data.test().size()) {
      throw new LabException(
          "There is no test digit " + Math.round(index) + " in this data set; choose another one.");
    }
    model.digits().choose((int) index);
  }

  private static int classOf(double wanted) {
    if (wanted != Math.rint(wanted) || wanted < -1 || wanted > 9) {
      throw new LabException("A class is a whole number from 0 to 9, or -1 for all.");
    }
    return (int) wanted;
  }

  private void chooseAttack(String id) {
    Attacks.ALL.stream()
        .filter(attack -> attack.id().equals(id))
        .findFirst()
        .ifPresent(attack -> model.attacks().attack().set(attack));
  }

  private Optional<Parameter> parameter(String name) {
    return attack().parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst();
  }

  private double value(String name) {
    return model.attacks().plan().get().settings().values().get(name);
  }

  // an attack without parameters makes one step that is as long as epsilon
  private Double steps() {
    return attack().parameters().isEmpty()
        ? Double.valueOf(1)
        : parameter(STEPS).map(any -> value(STEPS)).orElse(null);
  }

  private void setSteps(double steps) {
    if (parameter(STEPS).isPresent()) {
      set(parameter(STEPS).get(), steps);
    } else if (steps != 1 || !attack().parameters().isEmpty()) {
      throw new LabException(
          attack().title() + " takes no number of steps; choose an attack that does.");
    }
  }

  private Double stepSize() {
    return attack().parameters().isEmpty()
        ? Double.valueOf(0)
        : parameter(STEP_SIZE)
            .map(any -> Double.isNaN(value(STEP_SIZE)) ? 0 : value(STEP_SIZE))
            .orElse(null);
  }

  private void setStepSize(double size) {
    Optional<Parameter> parameter = parameter(STEP_SIZE);
    if (parameter.isPresent() && size == 0) {
      model.attacks().set(parameter.get(), "");
    } else if (parameter.isPresent()) {
      set(parameter.get(), size);
    } else if (size != 0) {
      throw new LabException(attack().title() + " takes no step size; choose an attack that does.");
    }
  }

  private void set(Parameter parameter, double value) {
    model.attacks().set(parameter, value);
    String complaint = model.attacks().complaint().get();
    if (!complaint.isEmpty()) {
      throw new LabException(complaint);
    }
  }

  private Integer target() {
    Target target = model.attacks().target().get();
    if (target instanceof Target.Of of) {
      return of.wanted();
    }
    // "the next class" is neither a class nor none
    return target instanceof Target.Next ? null : Integer.valueOf(NO_TARGET);
  }

  private void aimAt(double wanted) {
    int target = classOf(wanted);
    model.attacks().target().set(target == NO_TARGET ? Target.NONE : new Target.Of(target));
  }

  private Double epsilon() {
    return attack().norm() == Norm.LINF ? model.epsilon().get() : null;
  }

  private void setEpsilon(double epsilon) {
    if (attack().norm() != Norm.LINF) {
      throw new LabException(
          attack().title() + " does not bound each pixel; choose an attack that does, as FGSM.");
    }
    if (!(epsilon >= 0 && epsilon <= model.scale().most())) {
      throw new LabException(
          "ε goes from 0 to " + model.scale().most() + " here, so it cannot be " + epsilon + ".");
    }
    model.epsilon().set(epsilon);
  }

  // without a curve there is nothing that a moment would have to measure again
  private String curves() {
    List<Attack> measured = model.curves().measured();
    return measured.isEmpty()
        ? null
        : measured.stream().map(Attack::id).collect(Collectors.joining(", "));
  }

  private void measureCurves(String ids) {
    List<Attack> wanted = new ArrayList<>();
    for (String id : ids.split(",")) {
      wanted.add(Attacks.get(id.strip()));
    }
    model.curves().measure(wanted);
  }

  private TabFacts answers() {
    return new TabFacts()
        .tell("attack.label", () -> label())
        .tell("attack.before", before(AttackedImage::answerBefore))
        .tell("attack.correct", before(now -> now.answerBefore() == now.label()))
        .tell("attack.confidence_before", before(now -> top(now.probabilitiesBefore())))
        .tell("attack.probabilities_before", before(now -> curve(now.probabilitiesBefore())))
        .tell("attack.loss_before", before(AttackedImage::lossBefore))
        .tell("attack.after", after(AttackedImage::answerAfter))
        .tell("attack.fooled", after(AttackedImage::success))
        .tell("attack.confidence_after", after(now -> top(now.probabilitiesAfter())))
        .tell("attack.label_after", after(now -> (double) now.probabilitiesAfter()[now.label()]))
        .tell("attack.probabilities_after", after(now -> curve(now.probabilitiesAfter())))
        .tell("attack.loss_after", after(AttackedImage::lossAfter))
        .tell("attack.linf", after(now -> now.norms().linf()))
        .tell("attack.l2", after(now -> now.norms().l2()))
        .tell("attack.smallest_epsilon", this::smallest);
  }

  private Integer label() {
    Digit digit = model.digits().digit().get();
    return digit == null ? null : digit.label();
  }

  private Supplier<Object> before(Function<AttackedImage, Object> of) {
    return () -> model.isOfThisDigit() ? of.apply(model.attacked().get()) : null;
  }

  private Supplier<Object> after(Function<AttackedImage, Object> of) {
    return () -> model.isCurrent() ? of.apply(model.attacked().get()) : null;
  }

  private static double top(float[] probabilities) {
    double top = 0;
    for (float probability : probabilities) {
      top = Math.max(top, probability);
    }
    return top;
  }

  private static Curve curve(float[] probabilities) {
    return new Curve(
        IntStream.range(0, probabilities.length)
            .mapToObj(i -> new Curve.Point(i, probabilities[i]))
            .toList());
  }

  // where no epsilon of the slider is enough, more than all of them is
  private Double smallest() {
    AttackViewModel.Smallest found = model.smallest().get();
    boolean known = found.known() && attack().norm() == Norm.LINF;
    return !known ? null : found.exists() ? found.value() : Double.POSITIVE_INFINITY;
  }

  private TabFacts many() {
    return new TabFacts()
        .tell("attack.accuracy", () -> isMeasured() ? measured().accuracy() : null)
        .tell("attack.accuracy_epsilon", () -> isMeasured() ? measured().epsilon() : null)
        .tell("attack.curve", () -> linf().flatMap(any -> model.curves().marked()).map(this::curve))
        .tell("attack.samples", () -> isStrip() ? shown() : null)
        .tell("attack.samples_fooled", () -> isStrip() ? fooled() : null);
  }

  private Optional<Attack> linf() {
    return Optional.of(attack()).filter(attack -> attack.norm() == Norm.LINF);
  }

  private ManyDigits.Measured measured() {
    return model.many().measured().get();
  }

  private boolean isMeasured() {
    return measured().all()
        && !model.many().stale().get()
        && measured().epsilon() == model.epsilon().get();
  }

  private Curve curve(CurveChart.Line line) {
    return Curve.of(line.epsilons(), line.accuracies());
  }

  private boolean isStrip() {
    return model.many().isStripCurrent();
  }

  private int shown() {
    return Math.min(model.many().stripShown(), model.many().strip().get().originals().size());
  }

  private long fooled() {
    ManyDigits.Strip strip = model.many().strip().get();
    return IntStream.range(0, shown())
        .filter(i -> strip.adversarial().answers()[i] != strip.originals().label(i))
        .count();
  }
}
