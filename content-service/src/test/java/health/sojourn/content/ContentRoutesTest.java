package health.sojourn.content;

import health.sojourn.testing.RouteRules;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ContentRoutesTest extends RouteRules {}
