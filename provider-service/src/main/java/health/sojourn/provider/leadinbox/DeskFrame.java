package health.sojourn.provider.leadinbox;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What every page of the clinic's desk shows around its content.
 *
 * @param today in the clinic's zone
 */
public record DeskFrame(String clinic, String slug, String zone, LocalDate today, long waiting) {
  public String profile() {
    return "/clinics/" + slug;
  }

  public ZoneId zoneId() {
    return ZoneId.of(zone);
  }
}
