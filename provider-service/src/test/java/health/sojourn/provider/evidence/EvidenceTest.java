package health.sojourn.provider.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import health.sojourn.provider.change.TestClinics;
import health.sojourn.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EvidenceTest {
  private static final int MEGABYTE = 1024 * 1024;

  @Inject TestClinics clinics;
  @Inject EntityManager entities;

  private String slug;

  @BeforeEach
  void aClinic() {
    slug = clinics.add();
  }

  @Test
  void comesBackAsItWasSentToBeSavedAndNeverToBeRun() {
    byte[] sent = pdf(3 * MEGABYTE + 17);
    String place =
        upload(Tokens.clinic(slug), "Licencia año.html", sent)
            .statusCode(201)
            .body("type", equalTo("PDF"))
            .body("name", equalTo("Licencia año.pdf"))
            .body("size", equalTo(sent.length))
            .extract()
            .header("Location");
    for (String token : new String[] {Tokens.clinic(slug), Tokens.facilitator()}) {
      Response got = given().auth().oauth2(token).get(place);
      assertThat(got.statusCode()).isEqualTo(200);
      assertThat(got.asByteArray()).isEqualTo(sent);
      assertThat(got.contentType()).isEqualTo("application/pdf");
      assertThat(got.header("Content-Disposition")).startsWith("attachment; filename=");
      assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(got.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
      assertThat(got.header("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void isKeptOnceHoweverOftenItIsSent() {
    byte[] sent = pdf(1000);
    String first = upload(Tokens.clinic(slug), "a.pdf", sent).extract().path("id");
    upload(Tokens.clinic(slug), "a.pdf", sent).statusCode(201).body("id", equalTo(first));
    assertThat(kept()).isOne();
  }

  @Test
  void ofAnotherKindIsRefusedWhateverItIsCalled() {
    for (String content : new String[] {"<html><script>alert(1)</script>", "MZ binary", "text"}) {
      upload(Tokens.clinic(slug), "paper.pdf", content.getBytes(StandardCharsets.UTF_8))
          .statusCode(415)
          .body("code", equalTo("evidence-type"))
          .body("errors.pointer", contains("/file"));
    }
    upload(Tokens.clinic(slug), "paper.pdf", new byte[0])
        .statusCode(422)
        .body("code", equalTo("evidence-empty"));
    assertThat(kept()).isZero();
  }

  @Test
  void thatIsTooLargeIsRefusedAndNothingOfItIsKept() {
    upload(Tokens.clinic(slug), "a.pdf", pdf(10 * MEGABYTE)).statusCode(201);
    upload(Tokens.clinic(slug), "b.pdf", pdf(10 * MEGABYTE + 1))
        .statusCode(413)
        .body("code", equalTo("evidence-too-large"));
    upload(Tokens.clinic(slug), "c.pdf", pdf(12 * MEGABYTE))
        .statusCode(413)
        .body("code", equalTo("body-too-large"));
    assertThat(kept()).isOne();
    given()
        .contentType("application/json")
        .auth()
        .oauth2(Tokens.clinic(slug))
        .body("{\"value\":\"" + "x".repeat(2 * MEGABYTE) + "\"}")
        .put("/api/v1/clinics/" + slug + "/facts/licence")
        .then()
        .statusCode(413);
  }

  @Test
  void isNobodyElses() {
    String place =
        upload(Tokens.clinic(slug), "a.pdf", pdf(1000))
            .statusCode(201)
            .extract()
            .header("Location");
    String other = clinics.add();
    given().get(place).then().statusCode(401);
    given().auth().oauth2(Tokens.clinic(other)).get(place).then().statusCode(404);
    given()
        .auth()
        .oauth2(Tokens.clinic(other))
        .get(place.replace(slug, other))
        .then()
        .statusCode(404)
        .body("code", equalTo("evidence-not-found"));
    given().auth().oauth2(Tokens.editor()).get(place).then().statusCode(403);
    upload(Tokens.clinic(other), "a.pdf", pdf(1000)).statusCode(403);
  }

  private ValidatableResponse upload(String token, String name, byte[] content) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/octet-stream")
        .queryParam("name", name)
        .body(content)
        .post("/api/v1/clinics/" + slug + "/evidence")
        .then();
  }

  private long kept() {
    return ((Number)
            entities
                .createNativeQuery(
                    """
                    select count(distinct e.id) from evidence e
                    join evidence_piece p on p.evidence_id = e.id where clinic_slug = :slug
                    """)
                .setParameter("slug", slug)
                .getSingleResult())
        .longValue();
  }

  private static byte[] pdf(int size) {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    byte[] beginning = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(beginning, 0, content, 0, beginning.length);
    return content;
  }
}
