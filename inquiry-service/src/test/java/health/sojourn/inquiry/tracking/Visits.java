package health.sojourn.inquiry.tracking;

import static io.restassured.RestAssured.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Opens the tracking page of an inquiry, without the way through a mail. */
@ApplicationScoped
public class Visits {
  private final Links links;
  private final Sessions sessions;

  Visits(Links links, Sessions sessions) {
    this.links = links;
    this.sessions = sessions;
  }

  /** A browser with a session of this inquiry. */
  public RequestSpecification of(UUID inquiry) {
    String link = QuarkusTransaction.requiringNew().call(() -> links.issue(inquiry));
    return given()
        .redirects()
        .follow(false)
        .cookie(Sessions.COOKIE, sessions.open(link).orElseThrow().secret());
  }
}
