package health.sojourn.inquiry.privacy;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.sojourn.inquiry.intake.Examples;
import health.sojourn.inquiry.quote.Choice.Wish;
import health.sojourn.inquiry.quote.Choosing;
import health.sojourn.inquiry.quote.QuoteMoves;
import health.sojourn.inquiry.routing.Market;
import health.sojourn.inquiry.routing.Placed;
import health.sojourn.inquiry.tracking.Visits;
import health.sojourn.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NothingInTheClearTest {
  private static final List<String> MARKERS =
      List.of(
          "Quetzalina",
          "Marmaduke",
          "quokka@",
          "ibex@",
          "1712349876",
          "xylophone",
          "Ulrike",
          "harpsichord",
          "clavichord",
          "glockenspiel",
          "theremin");

  @Inject DataSource database;
  @Inject Market market;
  @Inject Placed placed;
  @Inject QuoteMoves quotes;
  @Inject Choosing choosing;
  @Inject Visits visits;

  @AfterEach
  void asItWas() {
    market.reopen();
  }

  @Test
  void whatAPersonTypedIsNowhereToBeRead() throws SQLException {
    send(inquiry());
    whatIsWrittenLater();
    List<String> found = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      List<String> tables = tables(connection);
      assertTrue(
          tables.containsAll(List.of("event", "scheduled_tasks", "idempotency_key")),
          tables::toString);
      for (String table : tables) {
        for (String marker : MARKERS) {
          if (occurs(connection, table, marker)) {
            found.add(marker + " in " + table);
          }
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void theSearchWouldHaveFoundIt() throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("create temporary table diary (said text, sealed bytea)");
      statement.execute("insert into diary values ('a xylophone', null)");
      assertTrue(occurs(connection, "diary", "xylophone"));
      statement.execute("update diary set said = null, sealed = convert_to('ibex@', 'UTF8')");
      assertTrue(occurs(connection, "diary", "ibex@"));
      connection.rollback();
    }
  }

  private static ObjectNode inquiry() {
    ObjectNode inquiry = Examples.inquiryOf("quokka@example.org");
    ((ObjectNode) inquiry.get("patient"))
        .put("givenName", "Quetzalina")
        .put("familyName", "Marmaduke")
        .put("phone", "+491712349876");
    ((ObjectNode) inquiry.get("condition")).put("notes", "I play the xylophone.");
    inquiry
        .putObject("contact")
        .put("relation", "CHILD")
        .put("givenName", "Ulrike")
        .put("email", "ibex@example.org");
    return inquiry;
  }

  private static void send(ObjectNode inquiry) {
    given()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(inquiry.toString())
        .post("/api/v1/inquiries")
        .then()
        .statusCode(201);
    given()
        .contentType(ContentType.JSON)
        .body("{\"reference\":\"SJ-2222-2222\",\"email\":\"quokka@example.org\"}")
        .post("/api/v1/tracking/links")
        .then()
        .statusCode(202);
  }

  private void whatIsWrittenLater() {
    UUID inquiry = placed.acceptedBy("a");
    UUID lead = placed.leadAt(inquiry, "a");
    given()
        .auth()
        .oauth2(Tokens.clinic("a"))
        .contentType(ContentType.JSON)
        .body(Map.of("text", "Do you play the harpsichord?", "kind", "QUESTION"))
        .put("/internal/v1/leads/{lead}/messages/{id}", lead, UUID.randomUUID())
        .then()
        .statusCode(201);
    visits
        .of(inquiry)
        .header("Idempotency-Key", UUID.randomUUID())
        .contentType(ContentType.JSON)
        .body(Map.of("leadId", lead, "text", "The clavichord."))
        .post("/api/v1/tracking/{reference}/messages", placed.reference(inquiry))
        .then()
        .statusCode(201);
    visits
        .of(inquiry)
        .formParam("id", UUID.randomUUID().toString())
        .formParam("lead", lead.toString())
        .formParam("text", "And the glockenspiel.")
        .post("/inquiries/{reference}/messages", placed.reference(inquiry))
        .then()
        .statusCode(303);
    QuoteMoves.Made made = quotes.quotes(lead, "6400.00");
    choosing.choose(
        inquiry,
        new Wish(lead, made.id(), 1, "She said so over her theremin"),
        Actor.facilitator("demo-facilitator"));
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        connection
            .createStatement()
            .executeQuery(
                "select table_name from information_schema.tables where table_schema = 'public'")) {
      while (found.next()) {
        tables.add(found.getString(1));
      }
    }
    return tables;
  }

  /** Every column of every row as text; binary columns are read as if they were text, too. */
  private static boolean occurs(Connection connection, String table, String marker)
      throws SQLException {
    String sql =
        """
        select exists (
          select from "%s" as t, jsonb_each_text(to_jsonb(t)) as col
          where col.value ilike '%%' || ? || '%%'
             or col.value ilike '%%' || encode(convert_to(?, 'UTF8'), 'hex') || '%%')
        """
            .formatted(table);
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, marker);
      statement.setString(2, marker);
      try (ResultSet found = statement.executeQuery()) {
        found.next();
        return found.getBoolean(1);
      }
    }
  }
}
