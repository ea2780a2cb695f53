package health.sojourn.gateway;

import static health.sojourn.gateway.Upstreams.PUBLIC_URL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Signing in as a browser does. */
final class CodeFlow {
  private CodeFlow() {}

  /** The session's cookies of somebody who signed in on the way to that page. */
  static Map<String, String> signIn(String person, String page) {
    Response back = callback(person, page);
    Map<String, String> session = new HashMap<>(back.cookies());
    session.keySet().removeIf(name -> !name.startsWith("q_session"));
    URI again = URI.create(PUBLIC_URL).resolve(back.header("Location"));
    GatewayTest.browser()
        .cookies(session)
        .get(again.getRawPath() + "?" + again.getRawQuery())
        .then()
        .statusCode(303)
        .header("Location", page);
    return session;
  }

  static Response callback(String person, String page) {
    Response start =
        GatewayTest.browser()
            .get("/signin?return=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
    return returned(start, person);
  }

  /** What the gateway answers when the identity provider sends somebody back to it. */
  static Response returned(Response start, String person) {
    URI provider = URI.create(PUBLIC_URL).resolve(start.header("Location"));
    assertTrue(
        provider.toString().startsWith(PUBLIC_URL + "/auth/realms/sojourn/"), provider.toString());
    Map<String, String> asked = query(provider);
    assertEquals(PUBLIC_URL + "/signin/callback", asked.get("redirect_uri"));
    Response back =
        GatewayTest.browser()
            .cookies(start.cookies())
            .queryParam("code", person)
            .queryParam("state", asked.get("state"))
            .get("/signin/callback");
    assertEquals(302, back.statusCode());
    return back;
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : uri.getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }
}
