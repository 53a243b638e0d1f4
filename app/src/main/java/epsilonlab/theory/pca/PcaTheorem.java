package epsilonlab.theory.pca;

import epsilonlab.theory.Claim;
import epsilonlab.theory.Findings;
import epsilonlab.theory.Showing;
import epsilonlab.theory.Theorem;
import epsilonlab.theory.Vectors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The singular vectors make ||XD||_F largest, and the autoencoder of rank k best. */
public final class PcaTheorem implements Theorem {
  private static final Claim ATTAINED =
      new Claim(
          "attained",
          "With the singular vectors ||XD||_F is the root of the squared values",
          1e-12);
  private static final Claim ITERATION =
      new Claim("iteration", "Orthogonal iteration from random columns ends there too", 1e-9);
  private static final Claim NEVER_ABOVE =
      new Claim("never_above", "No random orthonormal D has more", 1e-12);
  private static final Claim TURNED =
      new Claim("turned", "nor has the best D turned a little towards any side", 1e-12);
  private static final Claim PYTHAGORAS =
      new Claim(
          "pythagoras", "||XD||^2 and the reconstruction's squared error add up to ||X||^2", 1e-12);
  private static final Claim AUTOENCODER =
      new Claim(
          "autoencoder", "No linear autoencoder with k units reconstructs with less error", 1e-12);

  private static final int TRIES = 20;
  private static final int[] SHOWN = {1, 2, 5, 10, 20, 50, 100, 200, 400};

  @Override
  public String id() {
    return "pca";
  }

  @Override
  public String title() {
    return "PCA and autoencoder";
  }

  @Override
  public String sentence() {
    return "Among all orthonormal D with k columns, the first k right singular vectors of X make"
        + " ||XD|| largest, and so they are the best linear autoencoder.";
  }

  @Override
  public List<Claim> claims() {
    return List.of(ATTAINED, ITERATION, NEVER_ABOVE, TURNED, PYTHAGORAS, AUTOENCODER);
  }

  @Override
  public void check(SplittableRandom random, Findings findings) {
    int n = 2 + random.nextInt(20);
    int d = 2 + random.nextInt(8);
    int k = 1 + random.nextInt(Math.min(n, d) - 1);
    double[][] x = new double[n][];
    double[] stretch = Vectors.gaussian(d, random);
    for (int i = 0; i < n; i++) {
      x[i] = Vectors.gaussian(d, random);
      for (int j = 0; j < d; j++) {
        x[i][j] *= stretch[j];
      }
    }
    PrincipalComponents found = PrincipalComponents.of(x);
    double[][] best = found.first(k);
    double most = found.largestSpread(k);
    findings.equal(ATTAINED, most, PrincipalComponents.spread(x, best));
    double[][] iterated = OrthogonalIteration.best(x, k, random);
    findings.equal(ITERATION, most, PrincipalComponents.spread(x, iterated));
    double all = found.largestSpread(Math.min(n, d));
    double least = PrincipalComponents.error(x, best, best);
    findings.equal(ATTAINED, found.smallestError(k), least);
    for (int i = 0; i < TRIES; i++) {
      double[][] other = Orthonormal.random(d, k, random);
      double spread = PrincipalComponents.spread(x, other);
      findings.atMost(NEVER_ABOVE, spread, most);
      double error = PrincipalComponents.error(x, other, other);
      findings.equal(PYTHAGORAS, all * all, spread * spread + error * error);
      double angle = Math.pow(10, -4 * random.nextDouble());
      double[][] turned =
          Orthonormal.turned(best, random.nextInt(k), angle, Vectors.gaussian(d, random));
      findings.atMost(TURNED, PrincipalComponents.spread(x, turned), most);
      // near the best one, where it is hardest to be better
      double[][] encoder = shaken(best, angle, random);
      double[][] decoder = shaken(best, angle, random);
      findings.atMost(AUTOENCODER, least, PrincipalComponents.error(x, encoder, decoder));
    }
  }

  private static double[][] shaken(double[][] columns, double size, SplittableRandom random) {
    double[][] changed = columns.clone();
    for (int k = 0; k < changed.length; k++) {
      changed[k] = Vectors.plus(columns[k], size, Vectors.gaussian(columns[k].length, random));
    }
    return changed;
  }

  /** The components of the training digits: what k of them keep. */
  @Override
  public Map<String, Object> show(Showing showing) {
    EigenDigits found =
        new EigenDigitsJob(showing.compute(), showing.data().get()).run(showing.progress());
    List<Map<String, Object>> rows = new java.util.ArrayList<>();
    for (int k : SHOWN) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("k", k);
      row.put("share_of_variance", found.share(k));
      row.put("train_error", found.trainError()[k]);
      row.put("test_error", found.testError()[k]);
      rows.add(row);
    }
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("digits", rows);
    shown.put("components_for_0.9", found.componentsFor(0.9));
    shown.put("components_for_0.95", found.componentsFor(0.95));
    shown.put("tested", found.tested());
    return shown;
  }
}
