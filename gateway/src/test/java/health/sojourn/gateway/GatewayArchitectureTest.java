package health.sojourn.gateway;

import health.sojourn.testing.ArchitectureRules;

class GatewayArchitectureTest extends ArchitectureRules {
  GatewayArchitectureTest() {
    super("health.sojourn.gateway");
  }
}
