package health.sojourn.inquiry.privacy;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.inquiry.InquiryConfig;
import health.sojourn.inquiry.duplicate.Relations;
import health.sojourn.inquiry.intake.Examples;
import health.sojourn.tasks.RecurringTask;
import health.sojourn.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service knows a new master key and the one before, which is the other tests' key. */
@QuarkusTest
@TestProfile(MasterKeyRotationTest.Rotated.class)
class MasterKeyRotationTest {
  private static final String BEFORE = "dGVzdHRlc3R0ZXN0dGVzdHRlc3R0ZXN0dGVzdHRlc3Q=";
  private static final String NOW = "bmV3IG5ldyBuZXcgbmV3IG5ldyBuZXcgbmV3IG5ldyA=";

  public static class Rotated implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("sojourn.master-key", NOW, "sojourn.master-key-before", BEFORE);
    }
  }

  @Inject DataSource database;
  @Inject @All List<RecurringTask> recurring;
  @Inject Relations relations;
  @Inject ObjectMapper json;
  @Inject MeterRegistry meters;

  private record Patient(UUID id, byte[] wrappedKey, byte[] identity) {}

  @Test
  void everythingIsFoundAndOpenedWhileItIsWrappedAnewAndAfter() throws Exception {
    String email = "rotated-" + UUID.randomUUID() + "@example.org";
    String first = send(email);
    putUnderTheKeyBefore(first, email);
    assertEquals(1, waiting());

    isFoundAndOpened(first, email);
    String second = send(email);
    assertEquals(List.of(UUID.fromString(first)), relations.of(UUID.fromString(second)));

    rewrap();

    assertEquals(0, waiting());
    Awaitility.await().until(() -> meters.get("sojourn.master.key.waiting").gauge().value() == 0);
    isFoundAndOpened(first, email);
    Patient patient = patient(first);
    assertTrue(opened(vault(NOW, null), patient).toString().contains(email));
    assertThrows(IllegalStateException.class, () -> opened(vault(BEFORE, null), patient));
    assertTrue(isMarked(patient, new Fingerprints(key(NOW, null)).email(email)));
    assertFalse(isMarked(patient, new Fingerprints(key(BEFORE, null)).email(email)));
  }

  @Test
  void oneThatCannotBeOpenedKeepsNobodyElseWaiting() throws Exception {
    String email = "rotated-" + UUID.randomUUID() + "@example.org";
    UUID broken = new UUID(0, 1);
    sql("insert into patient values ('%s', '\\x00', '\\x00', '\\x00')".formatted(broken));
    try {
      String inquiry = send(email);
      putUnderTheKeyBefore(inquiry, email);
      rewrap();
      assertEquals(1, waiting());
      assertTrue(opened(vault(NOW, null), patient(inquiry)).toString().contains(email));
    } finally {
      sql("delete from patient where id = '%s'".formatted(broken));
    }
  }

  /** It would do its work by itself, at a moment of its own. */
  @BeforeEach
  void theTaskWaitsForTheTest() {
    String later =
        "update scheduled_tasks set execution_time = now() + interval '1 day'"
            + " where task_name = 'rewrap-patients-keys' and not picked";
    Awaitility.await().until(() -> sql(later) == 1);
    Awaitility.await()
        .until(
            () -> {
              rewrap();
              return waiting() == 0;
            });
  }

  /** Other tests know the key before only. */
  @AfterEach
  void putAllBack() throws Exception {
    Vault back = vault(BEFORE, NOW);
    for (Patient patient : patients("true")) {
      store(patient.id(), back.rewrap(patient.id(), patient.wrappedKey()), back.masterKeyName());
    }
  }

  private void rewrap() throws Exception {
    recurring.stream()
        .filter(task -> task.name().equals("rewrap-patients-keys"))
        .findFirst()
        .orElseThrow()
        .run();
  }

  private static String send(String email) {
    return given()
        .contentType(ContentType.JSON)
        .body(Examples.inquiryOf(email).toString())
        .post("/api/v1/inquiries")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void isFoundAndOpened(String inquiry, String email) {
    for (String typed : List.of(email, email.toUpperCase())) {
      JsonPath found =
          given()
              .auth()
              .oauth2(Tokens.facilitator())
              .queryParam("q", typed)
              .get("/api/v1/inquiries")
              .jsonPath();
      assertTrue(found.getList("items.id").contains(inquiry), found::prettify);
    }
    String text =
        given().auth().oauth2(Tokens.facilitator()).get("/api/v1/inquiries/" + inquiry).asString();
    assertTrue(text.contains(email), text);
  }

  /** As if it had been sent before the master key was changed. */
  private void putUnderTheKeyBefore(String inquiry, String email) throws Exception {
    Vault old = vault(BEFORE, NOW);
    Patient patient = patient(inquiry);
    store(patient.id(), old.rewrap(patient.id(), patient.wrappedKey()), old.masterKeyName());
    try (var connection = database.getConnection();
        var mark =
            connection.prepareStatement(
                "update patient_mark set hash = ? where patient_id = ? and kind = 'EMAIL'")) {
      mark.setBytes(1, new Fingerprints(key(BEFORE, null)).email(email));
      mark.setObject(2, patient.id());
      assertEquals(1, mark.executeUpdate());
    }
  }

  private void store(UUID patient, byte[] wrappedKey, String masterKey) throws SQLException {
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                "update patient set wrapped_key = ?, master_key = ? where id = ?")) {
      update.setBytes(1, wrappedKey);
      update.setString(2, masterKey);
      update.setObject(3, patient);
      update.executeUpdate();
    }
  }

  private Patient patient(String inquiry) throws SQLException {
    return patients("id = (select patient_id from inquiry where id = '%s')".formatted(inquiry))
        .get(0);
  }

  private List<Patient> patients(String where) throws SQLException {
    List<Patient> found = new ArrayList<>();
    try (var connection = database.getConnection();
        var select = connection.createStatement();
        ResultSet row =
            select.executeQuery("select id, wrapped_key, identity from patient where " + where)) {
      while (row.next()) {
        found.add(new Patient(row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3)));
      }
    }
    return found;
  }

  private long waiting() throws Exception {
    String now = vault(NOW, null).masterKeyName();
    try (var connection = database.getConnection();
        var count =
            connection.prepareStatement(
                "select count(*) from patient where master_key is distinct from ?")) {
      count.setString(1, now);
      ResultSet row = count.executeQuery();
      row.next();
      return row.getLong(1);
    }
  }

  private boolean isMarked(Patient patient, byte[] hash) throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "select 1 from patient_mark where patient_id = ? and hash = ?")) {
      select.setObject(1, patient.id());
      select.setBytes(2, hash);
      return select.executeQuery().next();
    }
  }

  private int sql(String statement) throws SQLException {
    try (var connection = database.getConnection();
        var update = connection.createStatement()) {
      return update.executeUpdate(statement);
    }
  }

  private JsonNode opened(Vault vault, Patient patient) {
    return vault.open(
        patient.id(), patient.wrappedKey(), "identity", patient.identity(), JsonNode.class);
  }

  private Vault vault(String now, String before) throws Exception {
    return new Vault(key(now, before), json);
  }

  private static MasterKey key(String now, String before) {
    InquiryConfig config = VaultTest.config(now, before);
    return new MasterKey(config);
  }
}
