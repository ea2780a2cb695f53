package health.sojourn.provider.search;

import health.sojourn.money.Money;
import health.sojourn.money.Rates;
import health.sojourn.provider.search.Listing.Comparable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** One filter asked of one catalogue: who fits, in which order, and what other filters would do. */
final class Question {
  /** Steps of the price facet, in dollars; rounded in other currencies. */
  private static final List<Integer> PRICE_STEPS = List.of(3000, 5000, 8000, 12000, 20000);

  private static final String DOLLAR = "USD";
  private static final MathContext ROUND = new MathContext(2);

  private final Catalogue catalogue;
  private final ClinicFilter filter;
  private final Rates rates;
  private final Scoring scoring;

  /** By place; null if no words were asked for. */
  private final Closeness[] closeness;

  /** Those that fit each attribute asked for, by itself. */
  private final Map<Attribute, BitSet> parts = new EnumMap<>(Attribute.class);

  /** Those that fit what is not an attribute: therapy and words. */
  private final BitSet ground;

  private final BitSet priced;

  Question(Catalogue catalogue, TextIndex words, ClinicFilter filter, Rates rates) {
    this.catalogue = catalogue;
    this.rates = rates;
    this.closeness = filter.words() == null ? null : catalogue.closeness(words, filter.words());
    this.filter = closeness == null ? filter.withoutWords() : filter;
    Comparable ceiling = filter.ceiling() == null ? null : ceiling(filter.ceiling());
    this.scoring = new Scoring(this.filter, ceiling);
    this.filter
        .wanted()
        .forEach(
            (attribute, values) ->
                parts.put(attribute, catalogue.column(attribute).having(values)));
    this.ground = where(catalogue.all(), this::isAskedFor);
    this.priced =
        filter.asksForPrice()
            ? where(catalogue.all(), place -> isAffordable(catalogue.at(place), ceiling))
            : null;
  }

  /** Everything that fits. */
  BitSet fitting() {
    return fittingBut(null, true);
  }

  Catalogue.Ranked ranked() {
    return catalogue.ranked(fitting(), this::rank);
  }

  Closeness closeness(int place) {
    return closeness == null ? Closeness.NONE : closeness[place];
  }

  Scoring scoring() {
    return scoring;
  }

  Facets facets() {
    return new Facets(
        count(Attribute.COUNTRY),
        count(Attribute.CITY),
        count(Attribute.LANGUAGE),
        count(Attribute.CELL_SOURCE),
        count(Attribute.LEGAL_BASIS),
        count(Attribute.ACCREDITATION),
        count(Attribute.IMAGING_GUIDANCE),
        count(Attribute.VERIFICATION),
        countPrices());
  }

  /** Where those that fit are, the places with most clinics first. */
  List<MapPlace> places(int most) {
    Map<String, MapPlace> places = new HashMap<>();
    BitSet fitting = fitting();
    String last = "";
    for (int place = fitting.nextSetBit(0); place >= 0; place = fitting.nextSetBit(place + 1)) {
      Listing listing = catalogue.at(place);
      if (!listing.slug().equals(last)) {
        last = listing.slug();
        places.merge(listing.country() + listing.city(), MapPlace.of(listing), MapPlace::plusOne);
      }
    }
    return places.values().stream().sorted(MapPlace.LARGEST).limit(most).toList();
  }

  private List<FacetCount> count(Attribute attribute) {
    return catalogue
        .column(attribute)
        .count(fittingBut(attribute, true), filter.wanted(attribute), catalogue::clinicsIn);
  }

  private List<FacetCount> countPrices() {
    BitSet among = fittingBut(null, false);
    String currency = filter.currency() == null ? DOLLAR : filter.currency();
    List<FacetCount> counts = new ArrayList<>();
    for (int dollars : PRICE_STEPS) {
      Money step = step(dollars, currency);
      Comparable ceiling = ceiling(step);
      int count = count(among, it -> it != null && it.min() <= ceiling.max());
      counts.add(new FacetCount(step.amount().stripTrailingZeros().toPlainString(), count));
    }
    counts.add(new FacetCount(Listing.UNKNOWN, count(among, it -> it == null)));
    return counts.stream().filter(it -> it.count() > 0).toList();
  }

  private int count(BitSet among, Predicate<Comparable> price) {
    return catalogue.clinicsIn(
        where((BitSet) among.clone(), place -> price.test(catalogue.at(place).comparable())));
  }

  private Money step(int dollars, String currency) {
    Money exact =
        rates.convert(new Money(BigDecimal.valueOf(dollars), DOLLAR), currency).orElseThrow();
    return new Money(exact.amount().round(ROUND), currency);
  }

  private BitSet fittingBut(Attribute left, boolean withPrice) {
    BitSet fitting = (BitSet) ground.clone();
    parts.forEach(
        (attribute, part) -> {
          if (attribute != left) {
            fitting.and(part);
          }
        });
    if (withPrice && priced != null) {
      fitting.and(priced);
    }
    return fitting;
  }

  private boolean isAskedFor(int place) {
    return (filter.therapy() == null || filter.therapy().equals(catalogue.at(place).therapy()))
        && (closeness == null || closeness[place] != Closeness.NONE);
  }

  private boolean isAffordable(Listing listing, Comparable ceiling) {
    Comparable price = listing.comparable();
    return price == null ? filter.unpriced() : ceiling != null && price.min() <= ceiling.max();
  }

  private long rank(int place) {
    Listing listing = catalogue.at(place);
    return switch (filter.sort()) {
      case SCORE -> Scoring.MOST - scoring.points(listing, closeness(place));
      case PRICE -> listing.comparable() == null ? Long.MAX_VALUE : listing.comparable().min();
      case CHECKED -> Scoring.MOST - listing.checked().checked();
    };
  }

  private Comparable ceiling(Money money) {
    return CatalogueReader.comparable(money, money, rates);
  }

  private static BitSet where(BitSet among, IntPredicate keep) {
    for (int place = among.nextSetBit(0); place >= 0; place = among.nextSetBit(place + 1)) {
      if (!keep.test(place)) {
        among.clear(place);
      }
    }
    return among;
  }
}
