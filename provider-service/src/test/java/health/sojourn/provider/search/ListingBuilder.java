package health.sojourn.provider.search;

import health.sojourn.money.Money;
import health.sojourn.money.Rates;
import health.sojourn.provider.offer.CellSource;
import health.sojourn.provider.offer.ImagingGuidance;
import health.sojourn.provider.offer.LegalBasis;
import health.sojourn.provider.offer.PriceRange;
import health.sojourn.provider.verification.Checked;
import java.util.List;

/** A listing of which a test says only what it is about. */
final class ListingBuilder {
  private static final Rates RATES = Rates.shipped();

  private final String slug;
  private String name;
  private String country = "CO";
  private String city = "Bogotá";
  private List<String> languages = List.of("es");
  private boolean languagesChecked;
  private List<String> accreditations = List.of();
  private String licence = "0";
  private int answerTenths = -1;
  private String therapy = "allogeneic-msc-knee";
  private CellSource cellSource = CellSource.UNKNOWN;
  private PriceRange price;
  private Checked checked = new Checked(39, 10);
  private String ownWords = "";

  private ListingBuilder(String slug) {
    this.slug = slug;
    this.name = slug;
  }

  static ListingBuilder clinic(String slug) {
    return new ListingBuilder(slug);
  }

  ListingBuilder called(String name) {
    this.name = name;
    return this;
  }

  ListingBuilder in(String country, String city) {
    this.country = country;
    this.city = city;
    return this;
  }

  ListingBuilder speaking(String... languages) {
    this.languages = List.of(languages);
    return this;
  }

  ListingBuilder whoseLanguagesWereChecked() {
    languagesChecked = true;
    return this;
  }

  ListingBuilder accredited(String... by) {
    accreditations = List.of(by);
    return this;
  }

  ListingBuilder licensed(String level) {
    licence = level;
    return this;
  }

  ListingBuilder answeringWithin(double hours) {
    answerTenths = (int) Math.round(hours * 10);
    return this;
  }

  ListingBuilder offering(String therapy) {
    this.therapy = therapy;
    return this;
  }

  ListingBuilder from(CellSource source) {
    cellSource = source;
    return this;
  }

  ListingBuilder priced(String min, String max, String currency) {
    price =
        new PriceRange(
            Money.of(min, currency), Money.of(max, currency), List.of(), List.of(), null);
    return this;
  }

  ListingBuilder checked(int checked) {
    this.checked = new Checked(39, checked);
    return this;
  }

  ListingBuilder saying(String ownWords) {
    this.ownWords = ownWords;
    return this;
  }

  Listing build() {
    return new Listing(
        slug,
        name,
        country,
        city,
        4.7,
        -74,
        true,
        languages,
        languagesChecked,
        accreditations,
        licence,
        answerTenths,
        therapy,
        cellSource,
        LegalBasis.UNKNOWN,
        ImagingGuidance.UNKNOWN,
        null,
        price,
        price == null ? null : CatalogueReader.comparable(price.min(), price.max(), RATES),
        checked,
        ownWords.hashCode());
  }

  TextIndex.Words words() {
    return CatalogueReader.words(build(), " " + ownWords);
  }
}
