package health.sojourn.inquiry;

import health.sojourn.testing.ApiDescription;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DescriptionTest extends ApiDescription {}
