package health.sojourn.bench;

import java.util.List;

/** Repeated measurements of one thing, at least one. */
record Series(List<Double> values) {
  Series {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("Nothing was measured");
    }
    values = values.stream().sorted().toList();
  }

  double median() {
    int middle = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(middle)
        : (values.get(middle - 1) + values.get(middle)) / 2;
  }

  /**
   * The value that a share of all does not exceed.
   *
   * @param share between 0 and 1
   */
  double quantile(double share) {
    return values.get(Math.max(0, (int) Math.ceil(share * values.size()) - 1));
  }

  double least() {
    return values.get(0);
  }

  double most() {
    return values.get(values.size() - 1);
  }
}
