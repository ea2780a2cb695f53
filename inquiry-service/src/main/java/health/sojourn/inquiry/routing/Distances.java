package health.sojourn.inquiry.routing;

import health.sojourn.inquiry.directory.Clinic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far a clinic is from the middle of the patient's country, along a great circle. Rough on
 * purpose: where in the country somebody lives is not asked.
 */
final class Distances {
  private static final double EARTH_RADIUS_KM = 6371;

  private final Map<String, Clinic.Location> middles;

  private Distances(Map<String, Clinic.Location> middles) {
    this.middles = middles;
  }

  /** The table shipped with the project: {@code routing/countries.csv}. */
  static Distances shipped() {
    try (var in = Distances.class.getResourceAsStream("/routing/countries.csv");
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new Distances(
          reader
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split(","))
              .collect(
                  Collectors.toUnmodifiableMap(
                      cells -> cells[0],
                      cells ->
                          new Clinic.Location(
                              Double.parseDouble(cells[1]), Double.parseDouble(cells[2])))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty if the country's middle or the clinic's place is not known. */
  Optional<Double> kilometres(String country, Clinic.Location clinic) {
    Clinic.Location middle = middles.get(country);
    if (middle == null || clinic == null) {
      return Optional.empty();
    }
    double latitude = Math.toRadians(clinic.latitude() - middle.latitude());
    double longitude = Math.toRadians(clinic.longitude() - middle.longitude());
    double haversine =
        Math.pow(Math.sin(latitude / 2), 2)
            + Math.cos(Math.toRadians(middle.latitude()))
                * Math.cos(Math.toRadians(clinic.latitude()))
                * Math.pow(Math.sin(longitude / 2), 2);
    return Optional.of(2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine))));
  }
}
