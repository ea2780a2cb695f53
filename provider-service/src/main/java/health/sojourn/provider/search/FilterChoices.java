package health.sojourn.provider.search;

import health.sojourn.provider.offer.CellSource;
import health.sojourn.provider.offer.LegalBasis;
import health.sojourn.provider.words.Words;
import health.sojourn.web.Option;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the list can be narrowed to: only countries and languages that would find somebody. */
@ApplicationScoped
class FilterChoices {
  @Inject EntityManager entities;

  record Choices(
      List<Option> countries,
      List<Option> languages,
      List<Option> cellSources,
      List<Option> legalBases,
      List<Option> currencies) {}

  @Transactional
  Choices read() {
    return new Choices(
        named("select distinct country from clinic where suspended_on is null", Words::country),
        named(
            """
            select distinct unnest(f.value) from clinic_fact f
            join clinic c on c.slug = f.clinic_slug and c.suspended_on is null
            where f.name = 'LANGUAGES'
            """,
            Words::language),
        codes(CellSource.values()),
        codes(LegalBasis.values()),
        List.of(
            Option.of("USD", "USD"),
            Option.of("EUR", "EUR"),
            Option.of("GBP", "GBP"),
            Option.of("CHF", "CHF"),
            Option.of("MXN", "MXN"),
            Option.of("COP", "COP")));
  }

  private List<Option> named(String sql, UnaryOperator<String> name) {
    @SuppressWarnings("unchecked")
    List<Object> values = entities.createNativeQuery(sql).getResultList();
    return values.stream()
        .map(Object::toString)
        .map(it -> Option.of(it, name.apply(it)))
        .sorted(Comparator.comparing(Option::label))
        .toList();
  }

  private static List<Option> codes(Enum<?>[] values) {
    return Arrays.stream(values).map(it -> Option.of(it.name(), Words.code(it))).toList();
  }
}
