package health.sojourn.content;

import health.sojourn.testing.ApiDescription;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ContentApiDescriptionTest extends ApiDescription {}
