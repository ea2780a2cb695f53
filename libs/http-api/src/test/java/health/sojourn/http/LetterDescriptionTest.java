package health.sojourn.http;

import health.sojourn.testing.ApiDescription;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LetterDescriptionTest extends ApiDescription {}
