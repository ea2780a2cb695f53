package health.sojourn.provider.change;

import static health.sojourn.provider.verification.FactName.*;
import static org.assertj.core.api.Assertions.assertThat;

import health.sojourn.http.FieldError;
import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.FactName.Kind;
import health.sojourn.web.Words;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueRulesTest {

  @ParameterizedTest
  @CsvSource({
    "LICENCE, DEMO-1",
    "LEAD_EMAIL, leads@demo.example",
    "DOCTOR_REGISTER, https://register.example/1?x=y",
    "TIME_ZONE, America/Bogota",
    "LATITUDE, -4.5",
    "CELL_SOURCE, PLACENTA",
    "LEGAL_BASIS, NONE_DECLARED",
    "STORAGE, FRESH",
    "BATCH_CERTIFICATE, false",
    "SESSIONS, 3",
    "DOSE_MIN, 2.5",
    "PRICE_MIN, 5000.00",
    "VIABILITY, 100",
    "LEGAL_DATE, 2024-03-12",
    "LANGUAGES, es",
    "AIRPORTS, BOG"
  })
  void whatFitsIsTaken(FactName name, String value) {
    assertThat(ValueRules.error(name, List.of(value))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LEAD_EMAIL, nobody, not-an-email",
    "DOCTOR_REGISTER, javascript:alert(1), not-an-address",
    "DOCTOR_REGISTER, register.example/1, not-an-address",
    "TIME_ZONE, Bogota, not-a-zone",
    "LATITUDE, 91, out-of-range",
    "LONGITUDE, east, not-a-number",
    "CELL_SOURCE, UNKNOWN, unknown-value",
    "LEGAL_BASIS, national licence, unknown-value",
    "BATCH_CERTIFICATE, yes, unknown-value",
    "SESSIONS, 2.5, not-a-number",
    "SESSIONS, -1, not-a-number",
    "PRICE_MIN, '5,000', not-a-number",
    "PRICE_MIN, 1e9, not-a-number",
    "VIABILITY, 101, out-of-range",
    "DEPOSIT, 100.5, out-of-range",
    "LEGAL_DATE, 12.03.2024, not-a-date",
    "LEGAL_DATE, 2024-02-30, not-a-date",
    "LANGUAGES, Spanish, not-a-language",
    "AIRPORTS, Bogota, not-an-airport"
  })
  void whatDoesNotFitIsNamed(FactName name, String value, String code) {
    assertThat(ValueRules.error(name, List.of(value)))
        .get()
        .extracting(FieldError::pointer, FieldError::code)
        .containsExactly("/value", code);
  }

  @Test
  void textsAndListsEnd() {
    assertThat(ValueRules.error(LICENCE, List.of("x".repeat(500)))).isEmpty();
    assertThat(ValueRules.error(LICENCE, List.of("x".repeat(501)))).isPresent();
    assertThat(ValueRules.error(OWN_WORDS, List.of("x".repeat(2000)))).isEmpty();
    assertThat(ValueRules.error(LICENCE, List.of("a\u0000b"))).isPresent();
    assertThat(ValueRules.error(PRICE_INCLUDED, Collections.nCopies(21, "MRI"))).isPresent();
    assertThat(ValueRules.error(PRICE_INCLUDED, List.of("x".repeat(121)))).isPresent();
    assertThat(ValueRules.error(LICENCE, List.of("one", "two"))).isPresent();
  }

  @Test
  void howAClinicIsListedCannotBeLeftOutButItsOwnWordsCan() {
    assertThat(ValueRules.error(NAME, List.of())).isPresent();
    assertThat(ValueRules.error(OWN_WORDS, List.of())).isEmpty();
    assertThat(ValueRules.error(LICENCE, List.of())).isEmpty();
  }

  @Test
  void aUnitIsTheOneItCanOnlyBeOrOneOfThoseItMayBe() {
    assertThat(ValueRules.unit(DOSE_MIN, null)).isEqualTo("million cells");
    assertThat(ValueRules.unitError(DOSE_MIN, "grams")).isPresent();
    assertThat(ValueRules.unit(FOLLOW_UP_VISITS, "calls")).isEqualTo("calls");
    assertThat(ValueRules.unitError(LICENCE, "USD")).isPresent();
    assertThat(ValueRules.unitError(PRICE_MAX, "EUR")).isEmpty();
    assertThat(ValueRules.unitError(PRICE_MAX, null)).isPresent();
    assertThat(ValueRules.unitError(PRICE_MAX, "euro")).isPresent();
  }

  @Test
  void whiteSpaceEmptyLinesAndRepetitionsAreNotMeant() {
    assertThat(ValueRules.tidy(LANGUAGES, List.of(" es", "", "en ", "es")))
        .containsExactly("es", "en");
  }

  @Test
  void everyCodeAndUnitHasWords() {
    for (FactName name : FactName.values()) {
      assertThat(Words.missing(name.apiName(), ValueRules.codes(name).toArray())).isEmpty();
      assertThat(ValueRules.codes(name).isEmpty()).isEqualTo(name.kind() != Kind.CODE);
      Object[] units = ValueRules.units(name).stream().filter(it -> !it.equals("%")).toArray();
      assertThat(Words.missing("unit", units)).isEmpty();
    }
  }
}
