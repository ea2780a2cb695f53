package health.sojourn.inquiry.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import health.sojourn.inquiry.clock.BusinessHours;
import health.sojourn.money.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What this service knows of a clinic: the fields of {@code clinic-changed.v1} that routing reads,
 * and nothing else. What a clinic pays us is not among them, so no rule and no score can see it.
 *
 * @param responseHours median time to an answer, last 90 days; null if it has not answered any
 * @param licenceLevel how well its licence was checked, 0 to 3; null if failed, expired or absent
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Clinic(
    String slug,
    String name,
    String country,
    String city,
    String timeZone,
    Location location,
    List<String> languages,
    boolean demo,
    boolean suspended,
    Capacity capacity,
    Double responseHours,
    Integer licenceLevel,
    Checked checked,
    List<Offer> offers) {

  public Clinic {
    languages = languages == null ? List.of() : List.copyOf(languages);
    offers = offers == null ? List.of() : List.copyOf(offers);
    capacity = capacity == null ? new Capacity(null, null, false, null, null, null) : capacity;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Location(double latitude, double longitude) {}

  /**
   * @param openLeads how many leads may wait for its answer at one time; null if it set no limit
   * @param weeklyLeads how many new ones may come from Monday to Sunday; null if it set no limit
   * @param pausedUntil the last day of the pause; null while it has no end
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Capacity(
      Integer openLeads,
      Integer weeklyLeads,
      boolean paused,
      LocalDate pausedUntil,
      List<LocalDate> holidays,
      List<Hours> workingHours) {
    public Capacity {
      holidays = holidays == null ? List.of() : List.copyOf(holidays);
      workingHours = workingHours == null ? List.of() : List.copyOf(workingHours);
    }

    /** Whether it takes none that day, though nobody has said yet that the pause is over. */
    public boolean isPausedOn(LocalDate day) {
      return paused && (pausedUntil == null || !day.isAfter(pausedUntil));
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Hours(DayOfWeek day, LocalTime from, LocalTime to) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Checked(int facts, int checked) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Offer(
      String therapy,
      String legalBasis,
      LocalDate legalBasisValidTo,
      Price price,
      Inclusion inclusion) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Price(Money min, Money max, LocalDate validUntil) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Inclusion(
      List<Integer> kellgrenLawrence,
      Integer ageMin,
      Integer ageMax,
      Double bmiMax,
      List<String> excludes) {}

  public Optional<Offer> offerOf(String therapy) {
    return offers.stream().filter(offer -> therapy.equals(offer.therapy())).findFirst();
  }

  public ZoneId zone() {
    return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
  }

  public BusinessHours hours() {
    if (capacity.workingHours().isEmpty()) {
      return BusinessHours.nineToFive(zone(), capacity.holidays());
    }
    return new BusinessHours(
        zone(),
        capacity.workingHours().stream()
            .map(hours -> new BusinessHours.Shift(hours.day(), hours.from(), hours.to()))
            .toList(),
        capacity.holidays());
  }
}
