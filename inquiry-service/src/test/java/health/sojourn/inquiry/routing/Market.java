package health.sojourn.inquiry.routing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.sojourn.inquiry.directory.Clinic;
import health.sojourn.inquiry.directory.Directory;
import health.sojourn.testing.Speaker;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.restassured.http.ContentType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Clinics and inquiries in the real database, for tests that start the service. */
@ApplicationScoped
public class Market {
  private final AtomicInteger people = new AtomicInteger();
  private final EntityManager em;
  private final Directory directory;
  private final ObjectMapper json;

  Market(EntityManager em, Directory directory, ObjectMapper json) {
    this.em = em;
    this.directory = directory;
    this.json = json;
  }

  /** What every other test may count on: one clinic in Colombia, one in Mexico. */
  public void open(@Observes StartupEvent start) {
    reopen();
  }

  public void reopen() {
    clear();
    clinic("demo-bogota");
    clinic("demo-tijuana", node -> node.put("country", "MX").put("city", "Tijuana"));
  }

  /** No clinics, no inquiries: what another test left behind does not take part. */
  public void clear() {
    // One at a time: routing that still runs holds an inquiry while it waits for a clinic.
    run("update inquiry set status = 'CLOSED', close_reason = 'DUPLICATE'");
    run("update lead set status = 'WITHDRAWN' where status in ('OFFERED', 'VIEWED')");
    run("delete from clinic");
  }

  private void run(String sql) {
    QuarkusTransaction.requiringNew().run(() -> em.createNativeQuery(sql).executeUpdate());
  }

  public void clinic(String slug, Consumer<ObjectNode> change) {
    QuarkusTransaction.requiringNew()
        .run(() -> directory.put(json.convertValue(read(slug, change), Clinic.class)));
  }

  /** The same, said by the clinics' own service; it takes a moment to be heard. */
  void hearOf(String slug, Consumer<ObjectNode> change) {
    Speaker.say("provider.clinics", "provider/clinic-changed", slug, read(slug, change).toString());
  }

  public void clinic(String slug) {
    clinic(slug, node -> {});
  }

  private ObjectNode read(String slug, Consumer<ObjectNode> change) {
    try (var in = Market.class.getResourceAsStream("/routing/clinic.json")) {
      ObjectNode node = (ObjectNode) json.readTree(in);
      node.put("slug", slug).put("name", "Clinic " + slug);
      change.accept(node);
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Somebody new asks, as the form would. */
  public UUID inquiry(Consumer<ObjectNode> change) {
    String body =
        given()
            .contentType(ContentType.JSON)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .body(asked(change).toString())
            .post("/api/v1/inquiries")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return UUID.fromString(body);
  }

  public UUID inquiry() {
    return inquiry(node -> {});
  }

  private ObjectNode asked(Consumer<ObjectNode> change) {
    try (var in = Market.class.getResourceAsStream("/routing/inquiry.json")) {
      ObjectNode node = (ObjectNode) json.readTree(in);
      ((ObjectNode) node.get("patient"))
          .put("email", "patient" + people.incrementAndGet() + "@example.org");
      change.accept(node);
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
