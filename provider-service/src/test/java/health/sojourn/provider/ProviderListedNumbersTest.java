package health.sojourn.provider;

import health.sojourn.testing.ListedNumbers;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ProviderListedNumbersTest extends ListedNumbers {}
