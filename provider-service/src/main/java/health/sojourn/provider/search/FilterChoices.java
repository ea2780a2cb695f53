package health.sojourn.provider.search;

import health.sojourn.http.Language;
import health.sojourn.provider.offer.CellSource;
import health.sojourn.provider.offer.LegalBasis;
import health.sojourn.web.Notation;
import health.sojourn.web.Option;
import health.sojourn.web.Reader;
import health.sojourn.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** What the list can be narrowed to: only countries and languages that would find somebody. */
@ApplicationScoped
class FilterChoices {
  @Inject EntityManager entities;
  @Inject Reader reader;

  record Choices(
      List<Option> countries,
      List<Option> languages,
      List<Option> cellSources,
      List<Option> legalBases,
      List<Option> currencies) {}

  @Transactional
  Choices read() {
    return new Choices(
        named("select distinct country from clinic where suspended_on is null", Notation::country),
        named(
            """
            select distinct unnest(f.value) from clinic_fact f
            join clinic c on c.slug = f.clinic_slug and c.suspended_on is null
            where f.name = 'LANGUAGES'
            """,
            Notation::language),
        codes("cellSource", CellSource.values()),
        codes("legalBasis", LegalBasis.values()),
        List.of(
            Option.of("USD", "USD"),
            Option.of("EUR", "EUR"),
            Option.of("GBP", "GBP"),
            Option.of("CHF", "CHF"),
            Option.of("MXN", "MXN"),
            Option.of("COP", "COP")));
  }

  private List<Option> named(String sql, BiFunction<String, Language, String> name) {
    @SuppressWarnings("unchecked")
    List<Object> values = entities.createNativeQuery(sql).getResultList();
    return values.stream()
        .map(Object::toString)
        .map(it -> Option.of(it, capital(name.apply(it, reader.language()))))
        .sorted(Comparator.comparing(Option::label, Collator.getInstance(reader.locale())))
        .toList();
  }

  /** Spanish writes languages small, but not where a line begins. */
  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private List<Option> codes(String kind, Enum<?>[] values) {
    return Arrays.stream(values)
        .map(it -> Option.of(it.name(), Words.of(kind, it, reader.language())))
        .toList();
  }
}
