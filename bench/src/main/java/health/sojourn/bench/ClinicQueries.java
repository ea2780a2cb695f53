package health.sojourn.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What people ask of the list of clinics, each question another: one to four filters, some words,
 * some orders. The same seed asks the same questions.
 */
final class ClinicQueries {
  private static final List<String> COUNTRIES =
      List.of("CO", "MX", "TR", "TH", "KR", "JP", "PA", "DE", "ES", "CR");
  private static final List<String> LANGUAGES = List.of("es", "en", "de", "tr", "th", "ko", "ja");
  private static final List<String> CELL_SOURCES =
      List.of("UMBILICAL_CORD_TISSUE", "CORD_BLOOD", "PLACENTA", "BONE_MARROW", "UNKNOWN");
  private static final List<String> LEGAL_BASES =
      List.of("NATIONAL_LICENCE", "CLINICAL_TRIAL", "HOSPITAL_EXEMPTION", "UNKNOWN");
  private static final List<String> WORDS =
      List.of("bogota", "rodilla", "ultrasound", "medelin", "cord blood", "knee istanbul");
  private static final List<String> SORTS = List.of("score", "price", "checked");

  private final Random random;
  private int asked;

  ClinicQueries(long seed) {
    random = new Random(seed);
  }

  /** Never one that was asked before: no two have the same highest price. */
  String next() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("maxPrice", 3000 + random.nextInt(20000) + ".%02d".formatted(asked++ % 100));
    query.put("therapy", "allogeneic-msc-knee");
    maybe(query, 0.6, "country", COUNTRIES);
    maybe(query, 0.4, "language", LANGUAGES);
    maybe(query, 0.3, "cellSource", CELL_SOURCES);
    maybe(query, 0.2, "legalBasis", LEGAL_BASES);
    maybe(query, 0.15, "q", WORDS);
    maybe(query, 0.3, "sort", SORTS);
    query.put("n", "" + asked);
    return text(query);
  }

  /** One whose filter any content system can do as well: equal values and a highest price. */
  Filter nextFilter() {
    asked++;
    return new Filter(
        any(COUNTRIES), any(CELL_SOURCES.subList(0, 4)), 3000 + random.nextInt(20000), asked);
  }

  /**
   * @param number makes ours another address each time, so that no answer is one that was kept
   */
  record Filter(String country, String cellSource, int maxPrice, int number) {
    String ours() {
      return "country=%s&cellSource=%s&maxPrice=%d&facets=true&n=%d"
          .formatted(country, cellSource, maxPrice, number);
    }
  }

  private void maybe(Map<String, String> query, double share, String name, List<String> values) {
    if (random.nextDouble() < share) {
      query.put(name, any(values));
    }
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static String text(Map<String, String> query) {
    StringBuilder text = new StringBuilder();
    query.forEach(
        (name, value) ->
            text.append(text.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return text.toString();
  }
}
