package health.sojourn.content;

import health.sojourn.testing.AccessMatrix;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ContentRoutesTest extends AccessMatrix {

  /** Nothing here belongs to a clinic. */
  @Override
  protected Sample sample(String method, String path, String anywhere) {
    return Sample.at(anywhere);
  }
}
