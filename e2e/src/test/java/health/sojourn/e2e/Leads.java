package health.sojourn.e2e;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
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

  /** The clinic takes the case and makes its first quote. */
  static void quote(String clinic, String lead) {
    String path = "/api/v1/clinic-leads/" + lead;
    Api.as(Api.coordinatorOf(clinic)).post(path + "/acceptance").then().statusCode(200);
    Api.as(Api.coordinatorOf(clinic))
        .contentType(ContentType.JSON)
        .body(
            """
            {"items":[{"text":"Cells and injection","amount":{"amount":"5400.00","currency":"USD"}},
                      {"text":"X-ray","amount":{"amount":"200.00","currency":"USD"}}],
             "included":["Transfer from the airport"],"excluded":["Flight"],"visits":2,"nights":3,
             "refundRule":"All of it until a week before","validUntil":"%s","language":"en"}
            """
                .formatted(LocalDate.now().plusDays(30)))
        .post(path + "/quote")
        .then()
        .statusCode(201);
  }
}
