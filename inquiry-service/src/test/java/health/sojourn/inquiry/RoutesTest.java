package health.sojourn.inquiry;

import health.sojourn.testing.RouteRules;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RoutesTest extends RouteRules {}
