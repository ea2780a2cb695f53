package health.sojourn.provider.search;

import static java.util.stream.Collectors.toMap;

import health.sojourn.http.Cursors;
import health.sojourn.http.Language;
import health.sojourn.http.Page;
import health.sojourn.money.Rates;
import health.sojourn.provider.directory.Clinic;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.offer.Offer;
import health.sojourn.provider.offer.PriceRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The list of clinics. Every candidate is scored, so that the order is the score's, and only the
 * page asked for is read in full.
 */
@ApplicationScoped
class ClinicSearch {
  @Inject Candidates candidates;
  @Inject Clinics clinics;
  @Inject Rates rates;
  @Inject Cursors cursors;

  /** A place in the order; the clinic after it begins the next page. */
  private record Ranked(Candidate candidate, Scoring.Result score) {
    static final Comparator<Ranked> ORDER =
        Comparator.comparing((Ranked it) -> it.score().value())
            .reversed()
            .thenComparing(it -> it.candidate().slug());

    Position position() {
      return new Position(score.value(), candidate.slug());
    }
  }

  /**
   * @param cursor the {@code next} of the page before; null for the first
   * @param language of the reasons
   */
  @Transactional
  Page<ClinicItem> find(ClinicFilter filter, String cursor, Language language) {
    Optional<Position> after = cursors.read(cursor, Position.class);
    Set<String> seen = new HashSet<>();
    List<Ranked> rows =
        ranked(filter)
            .filter(it -> seen.add(it.candidate().slug()))
            .filter(it -> after.isEmpty() || after.get().isBefore(it.position()))
            .limit(filter.limit() + 1L)
            .toList();
    Page<Ranked> page = cursors.page(rows, filter.limit(), Ranked::position);
    return new Page<>(items(page.items(), filter, language), page.next());
  }

  private Stream<Ranked> ranked(ClinicFilter filter) {
    return candidates.find(filter).stream()
        .map(it -> new Ranked(it, Scoring.score(it, filter)))
        .sorted(Ranked.ORDER);
  }

  private List<ClinicItem> items(List<Ranked> ranked, ClinicFilter filter, Language language) {
    Map<String, Clinic> bySlug =
        clinics.all(ranked.stream().map(it -> it.candidate().slug()).toList()).stream()
            .collect(toMap(Clinic::slug, Function.identity()));
    return ranked.stream()
        .map(it -> item(bySlug.get(it.candidate().slug()), it, filter.currency(), language))
        .toList();
  }

  private ClinicItem item(Clinic clinic, Ranked ranked, String currency, Language language) {
    Offer offer =
        clinic.offers().stream()
            .filter(it -> it.id().equals(ranked.candidate().offer()))
            .findFirst()
            .orElseThrow();
    var price = offer.price().map(it -> price(it, currency)).orElse(null);
    return ClinicItem.of(clinic, offer, price, ranked.candidate(), ranked.score().in(language));
  }

  private ClinicItem.Price price(PriceRange range, String currency) {
    boolean sameOrNone = currency == null || currency.equals(range.min().currency());
    return ClinicItem.Price.of(range, sameOrNone ? null : range.in(currency, rates).orElse(null));
  }

  /** Read once: the table is shipped with the project. */
  @Produces
  @Singleton
  static Rates rates() {
    return Rates.shipped();
  }
}
