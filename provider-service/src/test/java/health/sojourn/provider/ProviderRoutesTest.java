package health.sojourn.provider;

import health.sojourn.testing.RouteRules;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ProviderRoutesTest extends RouteRules {}
