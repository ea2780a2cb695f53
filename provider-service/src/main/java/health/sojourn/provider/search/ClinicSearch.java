package health.sojourn.provider.search;

import health.sojourn.http.Cursors;
import health.sojourn.http.Language;
import health.sojourn.http.Page;
import health.sojourn.money.Rates;
import health.sojourn.provider.offer.PriceRange;
import health.sojourn.provider.search.CatalogueIndex.Answering;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list of clinics: a page of it, and what can be said about the whole. */
@ApplicationScoped
class ClinicSearch {
  /** More circles than this would cover each other. */
  private static final int MOST_PLACES = 80;

  @Inject CatalogueIndex index;
  @Inject Rates rates;
  @Inject Cursors cursors;

  /**
   * A page as people see it.
   *
   * @param clinics how many there are on all pages
   * @param places where they are, the largest
   */
  record Overview(Page<ClinicItem> page, Facets facets, int clinics, List<MapPlace> places) {}

  /**
   * @param cursor the {@code next} of the page before; null for the first
   * @param language of the reasons
   */
  Page<ClinicItem> find(ClinicFilter filter, String cursor, Language language) {
    return index.ask(filter, it -> page(it, filter, cursor, language));
  }

  /** The same with the counts of all filters. */
  ClinicPage findWithFacets(ClinicFilter filter, String cursor, Language language) {
    return index.ask(
        filter,
        it -> {
          Page<ClinicItem> page = page(it, filter, cursor, language);
          return new ClinicPage(page.items(), page.next(), it.question().facets());
        });
  }

  Overview overview(ClinicFilter filter, String cursor, Language language) {
    return index.ask(
        filter,
        it ->
            new Overview(
                page(it, filter, cursor, language),
                it.question().facets(),
                it.catalogue().clinicsIn(it.question().fitting()),
                it.question().places(MOST_PLACES)));
  }

  /** How many clinics each of these would find. */
  List<Integer> counts(List<ClinicFilter> filters) {
    return filters.stream()
        .map(filter -> index.ask(filter, it -> it.catalogue().clinicsIn(it.question().fitting())))
        .toList();
  }

  private Page<ClinicItem> page(
      Answering answering, ClinicFilter filter, String cursor, Language language) {
    Optional<Position> after = cursors.read(cursor, Position.class);
    after.ifPresent(it -> it.mustBelongTo(filter));
    Catalogue.Ranked ranked = answering.question().ranked();
    int from = after.map(ranked::after).orElse(0);
    List<Integer> indexes = new ArrayList<>();
    for (int i = from; i < ranked.size() && i <= from + filter.limit(); i++) {
      indexes.add(i);
    }
    return cursors
        .page(
            indexes,
            filter.limit(),
            i ->
                Position.of(
                    ranked.rank(i), answering.catalogue().at(ranked.place(i)).slug(), filter))
        .map(i -> item(answering, ranked.place(i), filter.currency(), language));
  }

  private ClinicItem item(Answering answering, int place, String currency, Language language) {
    Listing listing = answering.catalogue().at(place);
    Question question = answering.question();
    Score score = question.scoring().explain(listing, question.closeness(place), language);
    var price = listing.price() == null ? null : price(listing.price(), currency);
    return ClinicItem.of(listing, price, score);
  }

  private ClinicItem.Price price(PriceRange range, String currency) {
    boolean sameOrNone = currency == null || currency.equals(range.min().currency());
    return ClinicItem.Price.of(range, sameOrNone ? null : range.in(currency, rates).orElse(null));
  }
}
