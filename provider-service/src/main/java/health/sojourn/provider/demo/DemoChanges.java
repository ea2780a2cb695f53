package health.sojourn.provider.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.provider.ProviderConfig;
import health.sojourn.provider.change.Changes;
import health.sojourn.provider.change.Proposal;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.evidence.EvidenceFiles;
import health.sojourn.provider.verification.Attribute;
import health.sojourn.provider.verification.Author;
import health.sojourn.provider.verification.FactName;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Invented drafts of the demo clinics, in {@code demo/changes.json}, each loaded once. */
@ApplicationScoped
class DemoChanges {
  private static final Author FACILITATOR = new Author(id("demo"), "Demo Facilitator", null);

  @Inject ProviderConfig config;
  @Inject Clinics clinics;
  @Inject Changes changes;
  @Inject EvidenceFiles files;
  @Inject EntityManager entities;
  @Inject ObjectMapper mapper;
  @Inject Clock clock;

  /**
   * @param therapy null for a fact of the clinic itself
   * @param sentBack why; null for one that waits
   */
  record DemoChange(
      UUID id,
      String clinic,
      String therapy,
      String name,
      List<String> value,
      LocalDate validTo,
      String note,
      boolean evidence,
      int daysAgo,
      String sentBack) {}

  /** After the clinics they are about. */
  void atStart(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER + 500) StartupEvent start) {
    if (config.demo()) {
      read().forEach(demo -> QuarkusTransaction.requiringNew().run(() -> load(demo)));
    }
  }

  private void load(DemoChange demo) {
    if (clinics.find(demo.clinic()).isEmpty()) {
      return;
    }
    clinics.hold(demo.clinic());
    if (isLoaded(demo.id())) {
      return;
    }
    var author = new Author(id(demo.clinic()), "Demo Coordinator", demo.clinic());
    List<UUID> evidence = demo.evidence() ? List.of(certificate(demo.clinic(), author)) : List.of();
    changes.load(
        demo.id(),
        new Attribute(demo.clinic(), demo.therapy(), FactName.of(demo.name())),
        new Proposal(demo.value(), null, demo.validTo(), demo.note(), evidence),
        author,
        clock.instant().minus(Duration.ofDays(demo.daysAgo())));
    if (demo.sentBack() != null) {
      changes.reject(demo.id(), demo.sentBack(), FACILITATOR);
    }
  }

  private boolean isLoaded(UUID id) {
    return !entities
        .createNativeQuery("select 1 from fact_change where id = :id")
        .setParameter("id", id)
        .getResultList()
        .isEmpty();
  }

  private UUID certificate(String clinic, Author author) {
    try (var content = DemoChanges.class.getResourceAsStream("/demo/certificate.pdf")) {
      return files.keep(clinic, "demo-certificate.pdf", content, author).id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<DemoChange> read() {
    try (var file = DemoChanges.class.getResourceAsStream("/demo/changes.json")) {
      return mapper.readValue(file, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
