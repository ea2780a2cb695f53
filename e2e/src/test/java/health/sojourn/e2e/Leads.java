package health.sojourn.e2e;

import io.restassured.path.json.JsonPath;
import java.util.List;

/** Leads, seen from both sides. */
final class Leads {
  private Leads() {}

  /** As the facilitator sees them. */
  static JsonPath of(String inquiry) {
    return Api.as(Api.FACILITATOR)
        .queryParam("inquiry", inquiry)
        .get("/api/v1/leads")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** How often a lead is in the clinic's inbox. */
  static long atClinic(String clinic, String lead) {
    List<String> inbox =
        Api.as(Api.coordinatorOf(clinic))
            .queryParam("limit", 100)
            .get("/api/v1/clinic-leads")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getList("items.id");
    return inbox.stream().filter(lead::equals).count();
  }
}
