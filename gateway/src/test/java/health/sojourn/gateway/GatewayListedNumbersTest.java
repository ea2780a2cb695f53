package health.sojourn.gateway;

import health.sojourn.testing.ListedNumbers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Upstreams.class)
class GatewayListedNumbersTest extends ListedNumbers {}
