package health.sojourn.inquiry;

import health.sojourn.testing.ListedNumbers;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ListedNumbersTest extends ListedNumbers {}
