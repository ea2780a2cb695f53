package health.sojourn.inquiry;

import health.sojourn.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
  ArchitectureTest() {
    super("health.sojourn.inquiry");
  }
}
