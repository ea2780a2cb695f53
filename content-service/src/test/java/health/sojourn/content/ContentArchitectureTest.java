package health.sojourn.content;

import health.sojourn.testing.ArchitectureRules;

class ContentArchitectureTest extends ArchitectureRules {
  ContentArchitectureTest() {
    super("health.sojourn.content");
  }
}
