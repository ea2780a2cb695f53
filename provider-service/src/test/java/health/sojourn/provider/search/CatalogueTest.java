package health.sojourn.provider.search;

import static health.sojourn.provider.search.ListingBuilder.clinic;
import static org.assertj.core.api.Assertions.assertThat;

import health.sojourn.money.Money;
import health.sojourn.money.Rates;
import health.sojourn.provider.offer.CellSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  private static final Rates RATES = Rates.shipped();

  private final TextIndex words = new TextIndex();

  @Nested
  class FacetsOf {
    private final Catalogue catalogue =
        catalogue(
            clinic("a").in("CO", "Bogotá").speaking("es", "en").from(CellSource.PLACENTA),
            clinic("a").in("CO", "Bogotá").speaking("es", "en").offering("other"),
            clinic("b").in("CO", "Cali").speaking("es").licensed("2").accredited("JCI"),
            clinic("c").in("MX", "Cancún").speaking().licensed("3").priced("4000", "5000", "USD"),
            clinic("d").in("DE", "Berlin").speaking("de").licensed("X"));

    @Test
    void countClinicsAndNotTheirOffers() {
      assertThat(facets(ClinicFilter.NONE).country())
          .containsExactly(
              new FacetCount("CO", 2), new FacetCount("DE", 1), new FacetCount("MX", 1));
    }

    @Test
    void doNotCountAFilterAgainstItsOwnAttribute() {
      Facets facets = facets(wanting(Attribute.COUNTRY, "CO"));
      assertThat(facets.country()).contains(new FacetCount("MX", 1), new FacetCount("DE", 1));
      assertThat(facets.language())
          .containsExactly(new FacetCount("es", 2), new FacetCount("en", 1));
    }

    @Test
    void haveTheUnknownOnesLast() {
      assertThat(facets(ClinicFilter.NONE).language()).endsWith(new FacetCount(Listing.UNKNOWN, 1));
      assertThat(facets(ClinicFilter.NONE).cellSource())
          .containsExactly(new FacetCount("PLACENTA", 1), new FacetCount("UNKNOWN", 4));
      assertThat(facets(ClinicFilter.NONE).accreditation())
          .containsExactly(new FacetCount("JCI", 1), new FacetCount("UNKNOWN", 3));
    }

    @Test
    void keepAValueSomebodyAskedForThatFindsNobody() {
      assertThat(facets(wanting(Attribute.COUNTRY, "JP")).country())
          .contains(new FacetCount("JP", 0));
    }

    @Test
    void countPricesFromTheLowestStepOnAndThoseNotStated() {
      assertThat(facets(ClinicFilter.NONE).price())
          .containsExactly(
              new FacetCount("5000", 1),
              new FacetCount("8000", 1),
              new FacetCount("12000", 1),
              new FacetCount("20000", 1),
              new FacetCount(Listing.UNKNOWN, 3));
    }

    @Test
    void countLevelsOfTheLicence() {
      assertThat(facets(ClinicFilter.NONE).verification())
          .containsExactlyInAnyOrder(
              new FacetCount("0", 1),
              new FacetCount("2", 1),
              new FacetCount("3", 1),
              new FacetCount("X", 1));
    }

    private Facets facets(ClinicFilter filter) {
      return question(catalogue, filter).facets();
    }
  }

  @Nested
  class Filters {
    private final Catalogue catalogue =
        catalogue(
            clinic("a").in("CO", "Bogotá").priced("5000", "7000", "USD"),
            clinic("b").in("MX", "Cancún").priced("90000", "100000", "MXN"),
            clinic("c").in("DE", "Berlin").priced("7000", "9000", "EUR"),
            clinic("d").in("DE", "Köln"));

    @Test
    void takeAnyOfTheirValues() {
      assertThat(found(catalogue, wanting(Attribute.COUNTRY, "CO", "MX")))
          .containsExactly("a", "b");
    }

    @Test
    void takeACityWithoutRegardToCaseAndAccents() {
      assertThat(found(catalogue, wanting(Attribute.CITY, "bogota"))).containsExactly("a");
      assertThat(found(catalogue, wanting(Attribute.CITY, "KOLN"))).containsExactly("d");
    }

    @Test
    void convertPrices() {
      assertThat(found(catalogue, upTo("5000", "USD", false))).containsExactlyInAnyOrder("a", "b");
      assertThat(found(catalogue, upTo("7000", "EUR", false)))
          .containsExactlyInAnyOrder("a", "b", "c");
      assertThat(found(catalogue, upTo("5000", "USD", true)))
          .containsExactlyInAnyOrder("a", "b", "d");
    }

    @Test
    void findThoseWithoutAPriceAlone() {
      var unpriced = new ClinicFilter(null, Map.of(), null, true, null, null, Sort.SCORE, 20);
      assertThat(found(catalogue, unpriced)).containsExactly("d");
    }
  }

  @Nested
  class WordsFind {
    private final Catalogue catalogue =
        catalogue(
            clinic("bogota").called("Demo Clinic Bogotá").from(CellSource.UMBILICAL_CORD_TISSUE),
            clinic("cali").in("CO", "Cali").saying("Two hours from Bogotá by air"),
            clinic("berlin").in("DE", "Berlin").speaking("de").from(CellSource.ADIPOSE));

    @ParameterizedTest
    @ValueSource(strings = {"Bogotá", "bogota", "BOGOTA", "bogto", "bogt", "bogotaa", "bogo"})
    void withoutAccentsAndWithTypingMistakes(String typed) {
      assertThat(found(catalogue, typing(typed))).contains("bogota");
    }

    @ParameterizedTest
    @ValueSource(strings = {"umbilical cord", "cordón umbilical", "cordon umbilical", "umbilcal"})
    void whatTheCellsAreFromInBothLanguages(String typed) {
      assertThat(found(catalogue, typing(typed))).containsExactly("bogota");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Germany", "Alemania", "alemán", "German", "clinica en Alemania"})
    void placesAndLanguagesInBothLanguages(String typed) {
      String words = typed.replace("clinica en ", "");
      assertThat(found(catalogue, typing(words))).containsExactly("berlin");
    }

    @Test
    void aNameBeforeWhatIsOnlySaid() {
      assertThat(found(catalogue, typing("bogota"))).startsWith("bogota").contains("cali");
      Question question = question(catalogue, typing("bogota"));
      assertThat(question.closeness(1)).isEqualTo(Closeness.NAMED);
      assertThat(question.closeness(2)).isEqualTo(Closeness.STATED);
      assertThat(question.closeness(0)).isEqualTo(Closeness.NONE);
    }

    @Test
    void onlyListingsThatHaveThemAll() {
      assertThat(found(catalogue, typing("bogota berlin"))).isEmpty();
    }

    @Test
    void everythingIfNoneCounts() {
      assertThat(found(catalogue, typing("the de"))).hasSize(3);
      assertThat(found(catalogue, typing("\"(*:?"))).hasSize(3);
    }

    @Test
    void nothingOfAClinicThatWentAway() {
      words.replace("cali", List.of());
      Catalogue after = new Catalogue(TODAY, without("cali", catalogue), words.open());
      assertThat(found(after, typing("air"))).isEmpty();
      assertThat(found(after, typing("bogota"))).containsExactly("bogota");
      assertThat(found(catalogue, typing("air"))).containsExactly("cali");
    }
  }

  @Nested
  class TheOrder {
    private final Catalogue catalogue =
        catalogue(
            clinic("a").checked(5).priced("9000", "9000", "USD"),
            clinic("b").checked(30).priced("7000", "7000", "USD"),
            clinic("b").checked(31).offering("other").priced("3000", "3000", "USD"),
            clinic("c").checked(20),
            clinic("d").checked(20).priced("50000", "50000", "MXN"));

    @Test
    void isTheScoresAndTiesGoByName() {
      assertThat(found(catalogue, ClinicFilter.NONE)).containsExactly("b", "c", "d", "a");
    }

    @Test
    void isThePricesWithUnknownOnesLast() {
      assertThat(found(catalogue, sorted(Sort.PRICE))).containsExactly("d", "b", "a", "c");
    }

    @Test
    void isByWhatWasChecked() {
      assertThat(found(catalogue, sorted(Sort.CHECKED))).containsExactly("b", "c", "d", "a");
    }

    @Test
    void takesTheBestFittingOfferOfAClinic() {
      Question question = question(catalogue, ClinicFilter.NONE);
      assertThat(catalogue.at(question.ranked().place(0)).therapy()).isEqualTo("other");
    }
  }

  @Nested
  class APage {

    @Test
    void goesOnWhereTheLastOneEndedWhateverCameAndWentBetween() {
      List<ListingBuilder> clinics = new ArrayList<>();
      IntStream.range(0, 40).forEach(i -> clinics.add(clinic("c%02d".formatted(i)).checked(i % 7)));
      List<String> whole = found(catalogue(clinics), ClinicFilter.NONE);
      List<String> seen = new ArrayList<>();
      Position position = null;
      for (int turn = 0; turn < 8; turn++) {
        clinics.add(clinic("new%02d".formatted(turn)).checked(turn % 7));
        String gone = seen.isEmpty() ? "none" : seen.get(seen.size() - 1);
        clinics.removeIf(it -> it.build().slug().equals(gone));
        Catalogue now = catalogue(clinics);
        Catalogue.Ranked ranked = question(now, ClinicFilter.NONE).ranked();
        int from = position == null ? 0 : ranked.after(position);
        for (int i = from; i < Math.min(ranked.size(), from + 7); i++) {
          String slug = now.at(ranked.place(i)).slug();
          seen.add(slug);
          position = Position.of(ranked.rank(i), slug, ClinicFilter.NONE);
        }
      }
      assertThat(seen).doesNotHaveDuplicates();
      assertThat(seen.stream().filter(it -> it.startsWith("c"))).containsExactlyElementsOf(whole);
    }
  }

  private Catalogue catalogue(ListingBuilder... clinics) {
    return catalogue(List.of(clinics));
  }

  private Catalogue catalogue(List<ListingBuilder> clinics) {
    clinics.stream()
        .map(it -> it.build().slug())
        .distinct()
        .forEach(
            slug ->
                words.replace(
                    slug,
                    clinics.stream()
                        .filter(it -> it.build().slug().equals(slug))
                        .map(ListingBuilder::words)
                        .toList()));
    List<Listing> listings =
        clinics.stream()
            .map(ListingBuilder::build)
            .sorted(Comparator.comparing(Listing::slug).thenComparing(Listing::therapy))
            .toList();
    return new Catalogue(TODAY, listings, words.open());
  }

  private static List<Listing> without(String slug, Catalogue catalogue) {
    return catalogue.listings().stream().filter(it -> !it.slug().equals(slug)).toList();
  }

  private Question question(Catalogue catalogue, ClinicFilter filter) {
    return new Question(catalogue, words, filter, RATES);
  }

  private List<String> found(Catalogue catalogue, ClinicFilter filter) {
    Catalogue.Ranked ranked = question(catalogue, filter).ranked();
    return IntStream.range(0, ranked.size())
        .mapToObj(i -> catalogue.at(ranked.place(i)).slug())
        .toList();
  }

  private static ClinicFilter wanting(Attribute attribute, String... values) {
    return new ClinicFilter(
        null,
        Map.of(attribute, Stream.of(values).toList()),
        null,
        false,
        null,
        null,
        Sort.SCORE,
        20);
  }

  private static ClinicFilter upTo(String amount, String currency, boolean unpriced) {
    return new ClinicFilter(
        null, Map.of(), Money.of(amount, currency), unpriced, currency, null, Sort.SCORE, 20);
  }

  private static ClinicFilter typing(String text) {
    return new ClinicFilter(null, Map.of(), null, false, null, text, Sort.SCORE, 20);
  }

  private static ClinicFilter sorted(Sort sort) {
    return new ClinicFilter(null, Map.of(), null, false, null, null, sort, 20);
  }
}
