package health.sojourn.provider.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.defaults.Ids;
import health.sojourn.provider.ProviderConfig;
import health.sojourn.provider.commission.CommissionAgreement;
import health.sojourn.provider.demo.DemoFile.DemoCapacity;
import health.sojourn.provider.demo.DemoFile.DemoClinic;
import health.sojourn.provider.demo.DemoFile.DemoFact;
import health.sojourn.provider.demo.DemoFile.DemoOffer;
import health.sojourn.provider.directory.AnswerTimes;
import health.sojourn.provider.directory.Capacity;
import health.sojourn.provider.directory.Clinic;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.offer.Offer;
import health.sojourn.provider.verification.Fact;
import health.sojourn.provider.verification.FactName;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/**
 * Invented clinics for trying things out. They go through the same door as real ones, are marked
 * {@code demo} for good, and are loaded once: what somebody changed since stays changed.
 */
@ApplicationScoped
public class DemoClinics {
  private static final long SEED = 20261122;

  @Inject ProviderConfig config;
  @Inject Clinics clinics;
  @Inject AnswerTimes answerTimes;
  @Inject EntityManager entities;
  @Inject DataSource database;
  @Inject ObjectMapper mapper;
  @Inject Clock clock;
  @Inject Ids ids;

  void atStart(@Observes StartupEvent start) {
    if (config.demo()) {
      load();
    }
  }

  /** Loads those that are not there yet. */
  public void load() {
    QuarkusTransaction.requiringNew().run(this::loadMissing);
  }

  private void loadMissing() {
    // Two replicas that start together must not both find the table empty.
    entities
        .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('demo-clinics'))")
        .getSingleResult();
    for (DemoClinic demo : read(mapper).clinics()) {
      if (clinics.find(demo.slug()).isEmpty()) {
        clinics.add(clinic(demo, ids), agreement(demo));
        measure(demo);
      }
    }
    if (config.demoClinics() > 0 && !areGenerated()) {
      generate(config.demoClinics());
    }
  }

  private boolean areGenerated() {
    return (Boolean)
        entities
            .createNativeQuery("select exists (select from clinic where slug like :generated)")
            .setParameter("generated", GeneratedClinics.PREFIX + "%")
            .getSingleResult();
  }

  private void generate(int clinics) {
    entities.flush();
    try (Connection connection = database.getConnection()) {
      GeneratedClinics.copyInto(connection, clinics, SEED, LocalDate.now(clock));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void measure(DemoClinic demo) {
    if (demo.answers().isEmpty()) {
      return;
    }
    for (BigDecimal hours : demo.answers()) {
      answerTimes.add(demo.slug(), clock.instant().minus(Duration.ofDays(1)), hours);
    }
    clinics.change(demo.slug(), clinic -> {});
  }

  static DemoFile read(ObjectMapper mapper) {
    try (var file = DemoClinics.class.getResourceAsStream("/demo/clinics.json")) {
      return mapper.readValue(file, DemoFile.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CommissionAgreement agreement(DemoClinic demo) {
    var commission = demo.commission();
    return commission == null
        ? null
        : new CommissionAgreement(
            demo.slug(),
            demo.place().country(),
            commission.from(),
            commission.to(),
            commission.agreedOn());
  }

  static Clinic clinic(DemoClinic demo, Ids ids) {
    var clinic =
        new Clinic(
            demo.slug(),
            demo.name(),
            demo.place(),
            true,
            demo.ownWords(),
            capacity(demo.capacity()));
    demo.facts().forEach((name, fact) -> clinic.state(FactName.of(name), fact(fact)));
    clinic.add(offer(demo.offer(), ids));
    if (demo.suspended() != null) {
      clinic.suspend(demo.suspended().on(), demo.suspended().because());
    }
    return clinic;
  }

  private static Offer offer(DemoOffer demo, Ids ids) {
    var offer = new Offer(ids.next(), demo.therapy(), demo.inclusion());
    demo.facts().forEach((name, fact) -> offer.state(FactName.of(name), fact(fact)));
    return offer;
  }

  private static Capacity capacity(DemoCapacity demo) {
    var capacity = new Capacity();
    capacity.openLeads = demo.openLeads();
    capacity.paused = demo.paused();
    capacity.holidays.addAll(demo.holidays());
    capacity.workingHours.addAll(demo.workingHours());
    return capacity;
  }

  private static Fact fact(DemoFact demo) {
    return new Fact(
        List.copyOf(demo.value()),
        demo.unit(),
        demo.source(),
        demo.level(),
        demo.checkedAt(),
        demo.checkedBy(),
        demo.validTo());
  }
}
