package epsilonlab.privacy.inference;

/** What of a model's answer speaks for an example's membership; members tend to score higher. */
public enum Score {
  /**
   * 1 where the answer is right, else 0: the attack of the gap between training and test accuracy
   * (Yeom et al., "Privacy Risk in Machine Learning", 2018).
   */
  CORRECT {
    @Override
    double of(Answers answers, int i) {
      return answers.isRight(i) ? 1 : 0;
    }
  },
  /**
   * The largest probability, in (0, 1], whatever the label (Salem et al., "ML-Leaks", 2019), as the
   * logarithm of its odds, which parts probabilities that rounding would make 1.
   */
  CONFIDENCE {
    @Override
    double of(Answers answers, int i) {
      return answers.logOdds(i, answers.answer(i));
    }
  },
  /** Minus the cross-entropy, at most 0 (Yeom et al., 2018). */
  LOSS {
    @Override
    double of(Answers answers, int i) {
      // log(1 + e^-x) for the logarithm of the odds x keeps its digits where the loss is tiny
      double odds = LOG_ODDS.of(answers, i);
      return odds > 0 ? -Math.log1p(Math.exp(-odds)) : odds - Math.log1p(Math.exp(odds));
    }
  },
  /**
   * The label's logit minus the largest other one, below 0 where the answer is wrong (the hinge
   * score of Carlini et al., "Membership Inference Attacks From First Principles", 2022).
   */
  MARGIN {
    @Override
    double of(Answers answers, int i) {
      int label = answers.labels()[i];
      return answers.logit(i, label) - answers.largestBut(i, label);
    }
  },
  /**
   * The logarithm of the odds p / (1 - p) of the label's probability p, which over many trainings
   * is about normal (Carlini et al., 2022).
   */
  LOG_ODDS {
    @Override
    double of(Answers answers, int i) {
      return answers.logOdds(i, answers.labels()[i]);
    }
  };

  /** The score of example i. */
  abstract double of(Answers answers, int i);
}
