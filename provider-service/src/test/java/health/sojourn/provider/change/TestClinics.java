package health.sojourn.provider.change;

import health.sojourn.defaults.Ids;
import health.sojourn.provider.directory.Capacity;
import health.sojourn.provider.directory.Clinic;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.directory.Place;
import health.sojourn.provider.offer.Inclusion;
import health.sojourn.provider.offer.Offer;
import health.sojourn.provider.verification.Fact;
import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.Level;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Clinics of a test's own. They are suspended, so that no list of another test has them. */
@Singleton
public class TestClinics {
  public static final String THERAPY = "allogeneic-msc-knee";

  @Inject Clinics clinics;
  @Inject Ids ids;

  /** A clinic with a checked licence, languages, an address for mail and a price. */
  public String add() {
    return add(LocalDate.of(2099, 12, 31));
  }

  public String add(LocalDate licenceEnds) {
    String slug = "test-" + UUID.randomUUID().toString().substring(0, 13);
    var clinic =
        new Clinic(
            slug,
            "Demo Test " + slug,
            new Place("CO", "Cali", "America/Bogota", 3.45, -76.53),
            true,
            "We treat knees.",
            new Capacity());
    clinic.state(FactName.LICENCE, checked("DEMO-1", licenceEnds));
    clinic.state(
        FactName.LANGUAGES,
        new Fact(List.of("en"), null, "the clinic", Level.SELF_DECLARED, null, null, null));
    clinic.state(FactName.LEAD_EMAIL, Fact.ownWord("leads@" + slug + ".example"));
    var offer =
        new Offer(ids.next(), THERAPY, new Inclusion(List.of(2, 3), null, null, null, List.of()));
    offer.state(FactName.PRICE_MIN, price("5000"));
    offer.state(FactName.PRICE_MAX, price("7000"));
    clinic.add(offer);
    clinic.suspend(LocalDate.of(2026, 1, 1), "Only for tests.");
    QuarkusTransaction.requiringNew().run(() -> clinics.add(clinic, null));
    return slug;
  }

  public Fact fact(String slug, FactName name) {
    return QuarkusTransaction.requiringNew().call(() -> clinics.get(slug).stated(name));
  }

  private static Fact checked(String value, LocalDate validTo) {
    return new Fact(
        List.of(value),
        null,
        "the issuer, on request",
        Level.CHECKED_WITH_ISSUER,
        LocalDate.of(2026, 9, 1),
        "Sojourn",
        validTo);
  }

  private static Fact price(String amount) {
    return new Fact(List.of(amount), "USD", "the clinic", Level.SELF_DECLARED, null, null, null);
  }
}
