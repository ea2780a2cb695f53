package health.sojourn.inquiry.intake;

import health.sojourn.http.FieldError;
import health.sojourn.inquiry.consent.Purpose;
import health.sojourn.inquiry.consent.Texts;
import health.sojourn.inquiry.consent.Texts.Sort;
import health.sojourn.inquiry.consent.Texts.Text;
import health.sojourn.inquiry.intake.NewInquiry.GivenConsent;
import health.sojourn.inquiry.intake.NewInquiry.ReadDisclosure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether everything was agreed to and read that must be, in the version in force. */
final class Agreements {
  private final Texts texts;
  private final List<FieldError> errors;

  Agreements(Texts texts, List<FieldError> errors) {
    this.texts = texts;
    this.errors = errors;
  }

  /** A consent or a disclosure, which are checked alike. */
  private record Given(
      String kind, String version, String language, List<String> countries, String pointer) {}

  void check(NewInquiry inquiry, Set<String> countriesAsked) {
    List<Given> given = new ArrayList<>();
    for (int i = 0; i < inquiry.consents().size(); i++) {
      GivenConsent consent = inquiry.consents().get(i);
      if (consent != null) {
        given.add(
            new Given(
                name(consent.purpose()),
                consent.textVersion(),
                consent.textLanguage(),
                consent.countries(),
                "/consents/" + i));
      }
    }
    for (int i = 0; i < inquiry.disclosures().size(); i++) {
      ReadDisclosure read = inquiry.disclosures().get(i);
      if (read != null) {
        given.add(
            new Given(
                name(read.kind()),
                read.textVersion(),
                read.textLanguage(),
                read.countries(),
                "/disclosures/" + i));
      }
    }
    given.forEach(this::check);
    texts.inForce("en").stream().filter(Text::required).forEach(text -> missing(text, given));
    covered(given, countriesAsked);
  }

  private void check(Given given) {
    if (given.version() != null && !given.version().equals(Texts.IN_FORCE)) {
      Checks.add(
          errors,
          given.pointer() + "/textVersion",
          "text-version-not-in-force",
          "%s: the text in force has version %s.".formatted(given.kind(), Texts.IN_FORCE));
    }
    if (given.language() != null && !texts.writtenIn(given.language())) {
      Checks.add(
          errors,
          given.pointer() + "/textLanguage",
          "text-language-unknown",
          "%s: there is no text in this language.".formatted(given.kind()));
    }
    boolean needsCountries = texts.inForce(given.kind(), "en").map(Text::countries).orElse(false);
    if (needsCountries && given.countries().isEmpty()) {
      Checks.add(
          errors,
          given.pointer() + "/countries",
          "countries-required",
          "%s: name the countries it is given for.".formatted(given.kind()));
    }
    for (int i = 0; i < given.countries().size(); i++) {
      Checks.country(given.countries().get(i), given.pointer() + "/countries/" + i, errors);
    }
  }

  private void missing(Text text, List<Given> given) {
    if (given.stream().noneMatch(each -> text.kind().equals(each.kind()))) {
      boolean consent = text.sort() == Sort.CONSENT;
      Checks.add(
          errors,
          consent ? "/consents" : "/disclosures",
          consent ? "consent-missing" : "disclosure-missing",
          "%s, version %s, is missing.".formatted(text.kind(), Texts.IN_FORCE));
    }
  }

  private void covered(List<Given> given, Set<String> countriesAsked) {
    for (Given each : given) {
      if (Purpose.SHARE_HEALTH_DATA_WITH_CLINICS.name().equals(each.kind())
          && !each.countries().isEmpty()) {
        Set<String> uncovered = new TreeSet<>(countriesAsked);
        each.countries().forEach(uncovered::remove);
        if (!uncovered.isEmpty()) {
          Checks.add(
              errors,
              each.pointer() + "/countries",
              "countries-not-covered",
              "You ask for clinics in %s; they may read the case only with your consent."
                  .formatted(
                      uncovered.stream()
                          .map(Agreements::country)
                          .collect(Collectors.joining(", "))));
        }
      }
    }
  }

  private static String name(Enum<?> kind) {
    return kind == null ? null : kind.name();
  }

  private static String country(String country) {
    return new Locale("", country).getDisplayCountry(Locale.ENGLISH);
  }
}
