package health.sojourn.provider.directory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import health.sojourn.provider.directory.ClinicChanged.CapacityState;
import health.sojourn.provider.offer.CellSource;
import health.sojourn.provider.offer.Dose;
import health.sojourn.provider.offer.ImagingGuidance;
import health.sojourn.provider.offer.Inclusion;
import health.sojourn.provider.offer.LegalBasis;
import health.sojourn.provider.offer.Offer;
import health.sojourn.provider.offer.PriceRange;
import health.sojourn.provider.verification.Checked;
import health.sojourn.provider.verification.FactName.Subject;
import health.sojourn.provider.verification.FactView;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything the public may know about a clinic. */
public record ClinicProfile(
    @Schema(examples = "demo-bogota", maxLength = 60) String slug,
    @Schema(maxLength = 120) String name,
    @Schema(description = "ISO 3166-1 alpha-2", pattern = "[A-Z]{2}") String country,
    @Schema(maxLength = 80) String city,
    @Schema(examples = "America/Bogota", maxLength = 60) String timeZone,
    @Schema(description = "BCP 47") List<String> languages,
    @Schema(description = "Invented, for trying things out") boolean demo,
    @Schema(description = "Set while the clinic is in no list and gets no inquiries")
        Suspension suspended,
    @Schema(description = "The clinic's own description; nobody checked it", maxLength = 2000)
        String ownWords,
    Availability capacity,
    @Schema(description = "Median of the last 90 days, in hours; null while unknown")
        BigDecimal responseHours,
    @Schema(
            description = "What the clinic pays us, in percent of the price",
            examples = "10-15%",
            maxLength = 20)
        String commissionBand,
    Checked checked,
    @Schema(description = "About the clinic itself") List<FactView> facts,
    List<OfferView> offers) {

  record Suspension(LocalDate since, @Schema(maxLength = 500) String reason) {}

  record Availability(
      boolean paused,
      @Schema(description = "The last day of the pause; null while it has no end")
          LocalDate pausedUntil,
      List<LocalDate> holidays,
      List<WorkingHours> workingHours) {

    /** Days in a row with the same hours, for people. */
    @JsonIgnore
    public List<Days> days() {
      List<Days> days = new ArrayList<>();
      for (WorkingHours hours : workingHours) {
        Days before = days.isEmpty() ? null : days.get(days.size() - 1);
        if (before != null && before.goesOnWith(hours)) {
          days.set(days.size() - 1, new Days(before.first, hours.day(), before.from, before.to));
        } else {
          days.add(new Days(hours.day(), hours.day(), hours.from(), hours.to()));
        }
      }
      return days;
    }
  }

  /** "Monday to Thursday 08:00–17:00". */
  record Days(DayOfWeek first, DayOfWeek last, LocalTime from, LocalTime to) {
    boolean goesOnWith(WorkingHours hours) {
      return hours.day() == last.plus(1) && hours.from().equals(from) && hours.to().equals(to);
    }
  }

  @Schema(name = "Offer")
  record OfferView(
      @Schema(examples = "allogeneic-msc-knee", maxLength = 60) String therapy,
      CellSource cellSource,
      Dose doseMillion,
      LegalBasis legalBasis,
      ImagingGuidance imagingGuidance,
      PriceRange price,
      Inclusion inclusion,
      List<FactView> facts) {

    static OfferView of(Offer offer, LocalDate today) {
      return new OfferView(
          offer.therapy(),
          offer.cellSource(),
          offer.dose().orElse(null),
          offer.legalBasis(),
          offer.imagingGuidance(),
          offer.price().orElse(null),
          offer.inclusion(),
          FactView.allOf(offer.facts(), Subject.OFFER, today));
    }

    @JsonIgnore
    public boolean needsLegalWarning() {
      return legalBasis == LegalBasis.NONE_DECLARED || legalBasis == LegalBasis.UNKNOWN;
    }
  }

  static ClinicProfile of(Clinic clinic, String band, BigDecimal responseHours, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Place place = clinic.place();
    var capacity = CapacityState.of(clinic, now);
    return new ClinicProfile(
        clinic.slug(),
        clinic.name(),
        place.country(),
        place.city(),
        place.timeZone(),
        clinic.languages(),
        clinic.isDemo(),
        clinic.isSuspended()
            ? new Suspension(clinic.suspendedOn(), clinic.suspendedBecause())
            : null,
        clinic.ownWords(),
        new Availability(
            capacity.paused(),
            capacity.pausedUntil(),
            capacity.holidays(),
            capacity.workingHours()),
        responseHours,
        band,
        clinic.checkedOn(today),
        FactView.allOf(clinic.facts(), Subject.CLINIC, today),
        clinic.offers().stream().map(it -> OfferView.of(it, today)).toList());
  }

  /** What nobody but the clinic stands behind, for the list at the end of the profile. */
  @JsonIgnore
  public List<FactView> unchecked() {
    return Stream.concat(facts.stream(), offers.stream().flatMap(it -> it.facts().stream()))
        .filter(it -> !it.checked())
        .toList();
  }

  /** Whether somebody may ask it now. */
  @JsonIgnore
  public boolean isOpen() {
    return suspended == null && !capacity.paused();
  }
}
