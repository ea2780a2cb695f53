package health.sojourn.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LoggedRequestTest {
  private final List<String> logged = new CopyOnWriteArrayList<>();

  @Test
  void aFailureIsLoggedByItsRouteAndCauseNotByWhatWasTyped() {
    Logger logger = Logger.getLogger(FailureMapper.class.getName());
    Handler memory = new Memory();
    logger.addHandler(memory);
    try {
      given().queryParam("q", "typed").get("/api/v1/letters/away").then().statusCode(503);
    } finally {
      logger.removeHandler(memory);
    }
    assertEquals(List.of("GET /api/v1/letters/away: SQLException (08001)"), logged);
  }

  private final class Memory extends Handler {
    @Override
    public void publish(LogRecord log) {
      logged.add(new SimpleFormatter().formatMessage(log));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
