package health.sojourn.provider.directory;

import jakarta.persistence.Embeddable;
import java.time.ZoneId;

/**
 * Where a clinic is.
 *
 * @param country ISO 3166-1 alpha-2
 * @param timeZone IANA name, the zone of its working hours
 */
@Embeddable
public record Place(
    String country, String city, String timeZone, double latitude, double longitude) {

  Place in(String city) {
    return new Place(country, city, timeZone, latitude, longitude);
  }

  Place within(String timeZone) {
    return new Place(country, city, timeZone, latitude, longitude);
  }

  Place at(double latitude, double longitude) {
    return new Place(country, city, timeZone, latitude, longitude);
  }

  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }
}
