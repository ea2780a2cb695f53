package health.sojourn.provider.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import health.sojourn.provider.directory.Clinic;
import health.sojourn.provider.offer.LegalBasis;
import health.sojourn.provider.offer.Offer;
import health.sojourn.provider.verification.FactName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** As uneven as life, and never to be mistaken for real. */
class DemoClinicsTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private final List<Clinic> clinics = DemoData.clinics();

  @Test
  void fourteenInEightCountries() {
    assertThat(clinics).hasSize(14);
    assertThat(clinics.stream().map(it -> it.place().country()).collect(toSet()))
        .containsExactlyInAnyOrder("CO", "MX", "TR", "TH", "KR", "JP", "PA", "DE");
  }

  @Test
  void everyNameAndNumberSaysDemo() {
    assertThat(clinics).allMatch(it -> it.isDemo() && it.name().contains("Demo"));
    for (FactName number :
        List.of(FactName.LICENCE, FactName.DOCTOR_LICENCE, FactName.ACCREDITATION_NUMBER)) {
      assertThat(clinics.stream().flatMap(it -> it.facts().text(number).stream()))
          .allMatch(it -> it.startsWith("DEMO-"));
    }
    for (FactName number : List.of(FactName.LEGAL_NUMBER, FactName.GMP_CERTIFICATE)) {
      assertThat(offers().stream().flatMap(it -> it.facts().text(number).stream()))
          .allMatch(it -> it.startsWith("DEMO-"));
    }
  }

  @Test
  void nobodyClaimsAnApproval() {
    assertThat(offers()).noneMatch(it -> it.legalBasis() == LegalBasis.MARKETING_AUTHORISATION);
    assertThat(DemoData.clinic("demo-panama").offers())
        .allMatch(it -> it.legalBasis() == LegalBasis.UNKNOWN);
    assertThat(DemoData.clinic("demo-bangkok").offers())
        .allMatch(it -> it.legalBasis() == LegalBasis.UNKNOWN);
  }

  @Test
  void pricesInFourCurrenciesAndSomeUnknown() {
    assertThat(
            offers().stream()
                .map(Offer::price)
                .flatMap(Optional::stream)
                .map(it -> it.min().currency())
                .collect(toSet()))
        .containsExactlyInAnyOrder("USD", "EUR", "MXN", "KRW");
    assertThat(offers()).anyMatch(it -> it.price().isEmpty());
  }

  @Test
  void oneIsPausedOneIsSuspendedAndSomethingHasExpired() {
    assertThat(clinics.stream().filter(it -> it.capacity().paused).map(Clinic::slug))
        .containsExactly("demo-busan");
    assertThat(clinics.stream().filter(Clinic::isSuspended).map(Clinic::slug))
        .containsExactly("demo-antalya");
    assertThat(
            offers().stream()
                .map(it -> it.facts().get(FactName.GMP_CERTIFICATE))
                .filter(it -> it.isExpiredOn(TODAY)))
        .isNotEmpty();
  }

  @Test
  void oneMakesPromises() {
    assertThat(DemoData.clinic("demo-cancun").ownWords())
        .contains("Guaranteed", "cure", "no risk", "avoid surgery");
  }

  private List<Offer> offers() {
    return clinics.stream().flatMap(it -> it.offers().stream()).toList();
  }
}
