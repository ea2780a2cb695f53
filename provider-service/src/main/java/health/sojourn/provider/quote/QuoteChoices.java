package health.sojourn.provider.quote;

import health.sojourn.provider.directory.Clinics;
import health.sojourn.web.Notation;
import health.sojourn.web.Option;
import health.sojourn.web.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;

/** What can be chosen in a quote's form. */
@ApplicationScoped
class QuoteChoices {
  private static final List<String> CURRENCIES =
      List.of("USD", "EUR", "GBP", "CHF", "MXN", "COP", "TRY", "THB", "KRW", "JPY");

  @Inject Clinics clinics;
  @Inject Reader reader;

  List<Option> currencies() {
    return CURRENCIES.stream().map(it -> Option.of(it, it)).toList();
  }

  /** Those the clinic speaks, and English. */
  @Transactional
  List<Option> languages(String clinic) {
    return Stream.concat(clinics.get(clinic).languages().stream(), Stream.of("en"))
        .distinct()
        .map(it -> Option.of(it, Notation.language(it, reader.language())))
        .toList();
  }
}
