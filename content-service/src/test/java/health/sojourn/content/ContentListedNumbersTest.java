package health.sojourn.content;

import health.sojourn.testing.ListedNumbers;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ContentListedNumbersTest extends ListedNumbers {}
