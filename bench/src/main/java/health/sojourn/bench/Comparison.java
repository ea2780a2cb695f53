package health.sojourn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** One thing of ours and its limit, measured in turn so that both see the same machine. */
record Comparison(String what, Series ours, Series limit) {

  static Comparison inTurn(String what, int rounds, DoubleSupplier ours, DoubleSupplier limit) {
    List<Double> measured = new ArrayList<>();
    List<Double> limits = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      measured.add(ours.getAsDouble());
      limits.add(limit.getAsDouble());
    }
    return new Comparison(what, new Series(measured), new Series(limits));
  }

  /** Of the medians. */
  double ratio() {
    return ours.median() / limit.median();
  }
}
