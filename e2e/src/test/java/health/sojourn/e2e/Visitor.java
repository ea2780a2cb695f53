package health.sojourn.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.awaitility.Awaitility;

/** Somebody at the real browser, getting to where a password or a mailed link is needed. */
record Visitor(Chromium chromium) {

  /** With Keycloak's own form, arriving at the desk. */
  void signIn(String user, String path) {
    trySignIn(user, "sojourn-demo", path);
    assertEquals(path, chromium.evaluate("location.pathname").asText());
  }

  /** Wherever that leads. */
  void trySignIn(String user, String password, String path) {
    chromium.show(1280, 900, false);
    chromium.open(Sojourn.url() + path);
    chromium.leave(
        """
        document.querySelector('[name=username]').value = '%s';
        document.querySelector('[name=password]').value = '%s';
        document.querySelector('#kc-form-login').submit();
        """
            .formatted(user, password));
  }

  /** By the one-time link, which nobody may have used before. */
  void openTheTrackingPage(String email, String reference) {
    Api.anonymous()
        .contentType("application/json")
        .body("{\"reference\":\"%s\",\"email\":\"%s\"}".formatted(reference, email))
        .post("/api/v1/tracking/links")
        .then()
        .statusCode(202);
    chromium.open(linkIn(email));
    chromium.leave("document.querySelector('form[action*=redeem]').submit()");
  }

  static String linkIn(String email) {
    return Awaitility.await()
        .until(() -> Sojourn.oneTimeLinkTo(email), Optional::isPresent)
        .orElseThrow();
  }
}
