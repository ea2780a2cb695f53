package health.sojourn.provider;

import health.sojourn.testing.ApiDescription;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ProviderApiTest extends ApiDescription {}
