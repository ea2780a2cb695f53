package health.sojourn.e2e.soak;

import health.sojourn.e2e.soak.Violation.Promise;
import java.util.ArrayList;
import java.util.List;

/** One kind of thing to look at; it collects what is wrong. */
abstract class Check {
  private final List<Violation> violations = new ArrayList<>();

  abstract void look();

  List<Violation> violations() {
    look();
    return violations;
  }

  void broken(Promise promise, String what, Object... words) {
    violations.add(new Violation(promise, what.formatted(words)));
  }
}
