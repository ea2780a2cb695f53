package health.sojourn.http;

import health.sojourn.testing.RouteRules;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LetterRoutesTest extends RouteRules {}
