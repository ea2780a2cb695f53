package health.sojourn.provider.directory;

import health.sojourn.messaging.Contract;
import health.sojourn.money.Money;
import health.sojourn.provider.offer.CellSource;
import health.sojourn.provider.offer.Inclusion;
import health.sojourn.provider.offer.LegalBasis;
import health.sojourn.provider.offer.Offer;
import health.sojourn.provider.verification.Checked;
import health.sojourn.provider.verification.Fact;
import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.Level;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/**
 * The whole state of a clinic as other services need it, each time something about it changes.
 *
 * @param responseHours median of the last 90 days by the wall clock; null while unknown
 * @param licenceLevel 0 to 3; null if it is unknown, failed its check or expired
 * @param commissionBand what is published, never an input of a ranking; null without an agreement
 */
record ClinicChanged(
    String slug,
    String name,
    String country,
    String city,
    String timeZone,
    Location location,
    List<String> languages,
    boolean demo,
    boolean suspended,
    CapacityState capacity,
    BigDecimal responseHours,
    Integer licenceLevel,
    Checked checked,
    String commissionBand,
    List<OfferState> offers) {

  static final Contract CONTRACT =
      Contract.stateV1("provider.clinics", "provider", "clinic-changed");

  record Location(double latitude, double longitude) {}

  /**
   * @param weeklyLeads null for no limit
   * @param pausedUntil the last day of the pause; null while it has no end or there is none
   */
  record CapacityState(
      int openLeads,
      Integer weeklyLeads,
      boolean paused,
      LocalDate pausedUntil,
      List<LocalDate> holidays,
      List<WorkingHours> workingHours) {

    static CapacityState of(Clinic clinic, Instant now) {
      Capacity capacity = clinic.capacity();
      LocalDate today = clinic.dayAt(now);
      return new CapacityState(
          capacity.openLeads,
          capacity.weeklyLeads,
          capacity.isPausedOn(today),
          capacity.lastPausedDayFrom(today).orElse(null),
          List.copyOf(capacity.holidays),
          capacity.workingHours.stream()
              .sorted(Comparator.comparing(WorkingHours::day).thenComparing(WorkingHours::from))
              .toList());
    }
  }

  record OfferState(
      String therapy,
      CellSource cellSource,
      LegalBasis legalBasis,
      LocalDate legalBasisValidTo,
      Price price,
      Inclusion inclusion) {

    static OfferState of(Offer offer) {
      return new OfferState(
          offer.therapy(),
          offer.cellSource() == CellSource.UNKNOWN ? null : offer.cellSource(),
          offer.legalBasis(),
          offer.facts().get(FactName.LEGAL_BASIS).validTo(),
          offer.price().map(it -> new Price(it.min(), it.max(), it.validUntil())).orElse(null),
          offer.inclusion());
    }
  }

  record Price(Money min, Money max, LocalDate validUntil) {}

  static ClinicChanged of(Clinic clinic, String band, BigDecimal responseHours, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Place place = clinic.place();
    return new ClinicChanged(
        clinic.slug(),
        clinic.name(),
        place.country(),
        place.city(),
        place.timeZone(),
        new Location(place.latitude(), place.longitude()),
        clinic.languages(),
        clinic.isDemo(),
        clinic.isSuspended(),
        CapacityState.of(clinic, now),
        responseHours,
        licenceLevel(clinic, today),
        clinic.checkedOn(today),
        band,
        clinic.offers().stream().map(OfferState::of).toList());
  }

  private static Integer licenceLevel(Clinic clinic, LocalDate today) {
    Fact licence = clinic.facts().get(FactName.LICENCE);
    Level level = licence.levelOn(today);
    boolean counts = licence.isKnown() && level != Level.FAILED_OR_EXPIRED;
    return counts ? level.ordinal() : null;
  }
}
