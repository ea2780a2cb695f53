package health.sojourn.inquiry.privacy;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.sojourn.inquiry.intake.Examples;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NothingInTheClearTest {
  private static final List<String> MARKERS =
      List.of("Quetzalina", "Marmaduke", "quokka@", "ibex@", "1712349876", "xylophone", "Ulrike");

  @Inject DataSource database;

  @Test
  void whatAPersonTypedIsNowhereToBeRead() throws SQLException {
    send(inquiry());
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
