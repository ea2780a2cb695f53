package health.sojourn.provider.search;

import health.sojourn.http.Language;
import health.sojourn.money.Money;
import health.sojourn.provider.ProviderMessages;
import health.sojourn.web.Facet;
import health.sojourn.web.Notation;
import health.sojourn.web.Option;
import health.sojourn.web.Reader;
import health.sojourn.web.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The filters of the list as its reader sees them: what can be chosen and what is. */
public final class FilterPanel {
  /** Of an attribute's values, those in sight; what is chosen always is. */
  private static final int IN_SIGHT = 6;

  private static final List<String> CURRENCIES = List.of("USD", "EUR", "GBP", "CHF", "MXN", "COP");
  private static final List<String> LEVELS = List.of("1", "2", "3");
  private static final String PRICE = "maxPrice";
  private static final String LEVEL = "verifiedAtLeast";

  private final ClinicFilter filter;
  private final Facets facets;
  private final ListAddress here;
  private final Language language;
  private final ProviderMessages say;

  /**
   * An attribute with its values.
   *
   * @param more those behind a disclosure
   */
  record Group(String name, String legend, List<Facet> facets, List<Facet> more) {}

  /**
   * A filter that is on.
   *
   * @param href of the list without it
   * @param without that list's filter
   */
  record Chip(String label, String href, ClinicFilter without) {}

  record Link(String label, String href, boolean current) {}

  FilterPanel(ClinicFilter filter, Facets facets, ListAddress here, Language language) {
    this.filter = filter;
    this.facets = facets;
    this.here = here;
    this.language = language;
    this.say = Reader.messages(ProviderMessages.class, language);
  }

  public Group country() {
    return group(Attribute.COUNTRY);
  }

  public List<Group> others() {
    return Stream.of(
            Attribute.LANGUAGE,
            Attribute.CELL_SOURCE,
            Attribute.LEGAL_BASIS,
            Attribute.IMAGING_GUIDANCE,
            Attribute.ACCREDITATION,
            Attribute.CITY)
        .map(this::group)
        .toList();
  }

  /** From "any" on; each counts the levels above as well. */
  public List<Facet> levels() {
    List<String> wanted = filter.wanted(Attribute.VERIFICATION);
    List<Facet> levels = new ArrayList<>();
    levels.add(new Facet("", say.any(), null, wanted.isEmpty()));
    for (String least : LEVELS) {
      int count =
          facets.verification().stream()
              .filter(it -> it.value().matches("[0-3]") && it.value().compareTo(least) >= 0)
              .mapToInt(FacetCount::count)
              .sum();
      boolean chosen = !wanted.isEmpty() && wanted.get(0).equals(least);
      levels.add(
          new Facet(
              least, capital(say.atLeast(Words.of("level", least, language))), count, chosen));
    }
    return levels;
  }

  public List<Link> prices() {
    return facets.price().stream()
        .filter(it -> !it.value().equals(Listing.UNKNOWN))
        .map(
            it -> {
              Money most = Money.of(it.value(), currency());
              String label = say.pricedUpTo(Notation.money(most, language), it.count());
              boolean current = filter.ceiling() != null && filter.ceiling().equals(most);
              return new Link(label, here.with(PRICE, it.value()).toString(), current);
            })
        .toList();
  }

  /** As it was typed, right or wrong. */
  public String typedPrice(ClinicQuery query) {
    return query.maxPrice == null
        ? null
        : query.maxPrice.stream()
            .filter(it -> !it.equals(Listing.UNKNOWN))
            .findFirst()
            .orElse(null);
  }

  public Facet unpriced() {
    int count =
        facets.price().stream()
            .filter(it -> it.value().equals(Listing.UNKNOWN))
            .mapToInt(FacetCount::count)
            .sum();
    return new Facet(Listing.UNKNOWN, say.alsoUnpriced(), count, filter.unpriced());
  }

  public List<Option> currencies() {
    return CURRENCIES.stream().map(it -> Option.of(it, it)).toList();
  }

  public List<Link> sorts() {
    return Stream.of(Sort.values())
        .map(
            it ->
                new Link(
                    Words.of("sort", it, language),
                    here.with("sort", it.apiName()).toString(),
                    it == filter.sort()))
        .toList();
  }

  /** Whether something among those behind "more filters" is on. */
  public boolean isMoreChosen() {
    return filter.asksForPrice()
        || filter.wanted().keySet().stream().anyMatch(it -> it != Attribute.COUNTRY);
  }

  List<Chip> chips() {
    List<Chip> chips = new ArrayList<>();
    if (filter.words() != null) {
      chips.add(
          new Chip(
              say.chipWords(filter.words()), here.without("q").toString(), filter.withoutWords()));
    }
    for (Attribute attribute : filter.wanted().keySet()) {
      chips.addAll(chips(attribute));
    }
    if (filter.ceiling() != null) {
      chips.add(
          new Chip(
              say.chipPrice(Notation.money(filter.ceiling(), language)),
              here.without(PRICE).toString(),
              filter.withoutPrice()));
    } else if (filter.unpriced()) {
      chips.add(
          new Chip(say.chipUnpriced(), here.without(PRICE).toString(), filter.withoutPrice()));
    }
    return chips;
  }

  /** What a person calls one of an attribute's values. */
  String label(Attribute attribute, String value) {
    if (value.equals(Listing.UNKNOWN)) {
      return say.notStatedAnywhere();
    }
    return switch (attribute) {
      case COUNTRY -> Notation.country(value, language);
      case LANGUAGE -> capital(Notation.language(value, language));
      case CITY, ACCREDITATION -> value;
      case VERIFICATION -> Words.of("level", value, language);
      case CELL_SOURCE, LEGAL_BASIS, IMAGING_GUIDANCE ->
          Words.of(attribute.apiName(), value, language);
    };
  }

  private List<Chip> chips(Attribute attribute) {
    List<String> wanted = filter.wanted(attribute);
    if (attribute == Attribute.VERIFICATION) {
      String least = say.atLeast(label(attribute, wanted.get(0)));
      return List.of(
          new Chip(
              say.chip(legend(attribute), least),
              here.without(LEVEL).toString(),
              filter.without(attribute)));
    }
    return wanted.stream()
        .map(
            value ->
                new Chip(
                    say.chip(legend(attribute), label(attribute, value)),
                    here.without(attribute.apiName(), value).toString(),
                    filter.without(attribute, value)))
        .toList();
  }

  private Group group(Attribute attribute) {
    Set<String> chosen =
        filter.wanted(attribute).stream().map(Attribute::folded).collect(Collectors.toSet());
    List<Facet> all =
        facets.of(attribute).stream()
            .map(
                it ->
                    new Facet(
                        it.value(),
                        label(attribute, it.value()),
                        it.count(),
                        chosen.contains(Attribute.folded(it.value()))))
            .sorted(Comparator.comparing(Facet::selected).reversed())
            .toList();
    int inSight = Math.max(IN_SIGHT, chosen.size());
    return new Group(
        attribute.apiName(),
        legend(attribute),
        all.stream().limit(inSight).toList(),
        all.stream().skip(inSight).toList());
  }

  private String legend(Attribute attribute) {
    return Words.of("filter", attribute, language);
  }

  private String currency() {
    return filter.currency() == null ? "USD" : filter.currency();
  }

  /** Spanish writes languages small, but not where a line begins. */
  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
