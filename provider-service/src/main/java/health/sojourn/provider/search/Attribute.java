package health.sojourn.provider.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the list can be narrowed to, value by value. */
enum Attribute {
  COUNTRY("country", it -> List.of(it.country())),
  CITY("city", it -> List.of(it.city())),
  LANGUAGE("language", Listing::languages),
  CELL_SOURCE("cellSource", it -> List.of(it.cellSource().name())),
  LEGAL_BASIS("legalBasis", it -> List.of(it.legalBasis().name())),
  ACCREDITATION("accreditation", Listing::accreditations),
  IMAGING_GUIDANCE("imagingGuidance", it -> List.of(it.imagingGuidance().name())),
  VERIFICATION("verification", it -> List.of(it.licence()));

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final String apiName;
  private final Function<Listing, List<String>> values;

  Attribute(String apiName, Function<Listing, List<String>> values) {
    this.apiName = apiName;
    this.values = values;
  }

  String apiName() {
    return apiName;
  }

  /** Never empty: what nobody stated is there as unknown. */
  List<String> of(Listing listing) {
    List<String> stated = values.apply(listing);
    return stated.isEmpty() ? List.of(Listing.UNKNOWN) : stated;
  }

  /** How a value is looked up: without regard to case and accents. */
  static String folded(String value) {
    return MARKS
        .matcher(Normalizer.normalize(value, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
