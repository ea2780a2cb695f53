package health.sojourn.claims;

import static health.sojourn.claims.Tongue.ENGLISH;
import static health.sojourn.claims.Tongue.SPANISH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsLinterTest {

  @Nested
  class InEnglish {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "cure | Our cells cure arthritis.",
          "cure | Your knee is cured within a week!",
          "cure | Arthritis is curable now",
          "cure | Looking for a cure? We have it.",
          "cure | It not only relieves pain, it cures.",
          "cure | No doubt it cures the joint.",
          "cure | This is no scam: we cure knees.",
          "cure | There is no waiting list and we cure you.",
          "cure | We can cure what others can not reach",
          "guaranteed | Guaranteed results.",
          "guaranteed | We guarantee less pain.",
          "guaranteed | You will not regret it, guaranteed!",
          "guaranteed | You will never wait and we guarantee a result",
          "guaranteed | 100 % success",
          "guaranteed | Guaranteed results with no surgery",
          "no-risk | There is no risk.",
          "no-risk | A risk-free injection",
          "no-risk | It works without any side effects.",
          "no-risk | No pain, no surgery, no risk.",
          "no-risk | No downtime and no risks",
          "no-risk | The method is completely safe.",
          "no-risk | It is 100% safe",
          "no-risk | Our injection guarantees no side effects",
          "fda-approved | Our cells are FDA approved.",
          "fda-approved | An FDA-cleared product",
          "fda-approved | The therapy is approved by the FDA.",
          "fda-approved | It has the approval of the U.S. FDA.",
          "fda-approved | The FDA has approved our cells.",
          "research-standard | Our laboratory is certified to ISO/TS 22859.",
          "research-standard | Quality to ISO 24651",
          "research-standard | Clinical quality by ISO24651.",
          "avoid-surgery | Avoid surgery with one injection.",
          "avoid-surgery | You can avoid a total knee replacement.",
          "avoid-surgery | Avoid the need for surgery!",
          "avoid-surgery | The best alternative to knee surgery",
          "avoid-surgery | No need for surgery any more.",
          "avoid-surgery | You will never need an operation"
        })
    void aPromiseIsFound(String rule, String text) {
      assertThat(rules(text, ENGLISH)).contains(rule);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "It does not cure arthritis.",
          "There is no cure.",
          "There is no known cure for arthritis",
          "These cells can't cure anybody.",
          "No treatment can honestly be called a cure.",
          "Nobody can promise that it will cure you.",
          "A cure for arthritis is not known.",
          "A cure cannot be expected.",
          "Not intended to diagnose, treat, cure or prevent any disease.",
          "The procedure doesn’t cure.",
          "The injection does not\ncure the joint.",
          "Beware of anybody who offers a cure.",
          "We secure your data and procure the cells with accuracy.",
          "No guarantee.",
          "We do not guarantee any result.",
          "Results are not guaranteed.",
          "There is no guarantee of relief",
          "We give no promise or guarantee.",
          "The study guarantees nothing.",
          "No injection is risk-free.",
          "It is not without risk.",
          "There is no treatment without risk",
          "The therapy isn't completely safe.",
          "There are no risk factors in his case.",
          "The therapy is not FDA approved.",
          "The FDA has not approved it.",
          "It has never been approved by the FDA.",
          "It is given without FDA approval.",
          "The product is FDA approved (BLA 125397) for blood disorders.",
          "FDA-cleared device, K192345.",
          "ISO/TS 22859 is for research only.",
          "ISO 24651 is a standard for research, not for treatment.",
          "ISO/TS 22859 does not say how good a treatment is.",
          "It may not avoid surgery.",
          "Nobody knows whether it prevents a knee replacement; it does not replace surgery.",
          "Fewer people could avoid surgery for a year (claim-9).",
          "We treat arthritis of the knee and hip.",
          "The injection is given by a surgeon."
        })
    void whatIsDeniedOrSomethingElseIsNone(String text) {
      assertThat(rules(text, ENGLISH)).isEmpty();
    }
  }

  @Nested
  class InSpanish {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "cure | Nuestras células curan la artrosis.",
          "cure | La cura de la artrosis ya existe.",
          "cure | Su rodilla quedará curada en una semana.",
          "cure | No solo alivia el dolor, cura.",
          "cure | Sin duda cura la rodilla.",
          "cure | La curación llega en un mes",
          "guaranteed | Resultados garantizados.",
          "guaranteed | Le garantizamos menos dolor.",
          "guaranteed | Con garantia de exito",
          "guaranteed | No se arrepentirá, garantizado.",
          "no-risk | Un tratamiento sin riesgos.",
          "no-risk | Sin dolor, sin cirugía, sin riesgo.",
          "no-risk | No hay ningún riesgo.",
          "no-risk | Está libre de riesgos.",
          "no-risk | Es totalmente seguro.",
          "no-risk | Sin efectos secundarios",
          "fda-approved | Células aprobadas por la FDA.",
          "fda-approved | Tiene la aprobación de la FDA.",
          "fda-approved | La FDA ha aprobado nuestras células.",
          "research-standard | Laboratorio certificado según ISO/TS 22859.",
          "research-standard | Calidad clínica según ISO 24651",
          "avoid-surgery | Evite la cirugía con una inyección.",
          "avoid-surgery | Evitará tener que operarse.",
          "avoid-surgery | La mejor alternativa a la cirugía",
          "avoid-surgery | Sin necesidad de cirugía",
          "avoid-surgery | Ya no necesita una prótesis"
        })
    void aPromiseIsFound(String rule, String text) {
      assertThat(rules(text, SPANISH)).contains(rule);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "No cura la artrosis.",
          "No existe una cura.",
          "Ningún tratamiento cura la artrosis.",
          "Nadie puede prometer que se va a curar.",
          "Una cura de la artrosis no se conoce.",
          "La cura de la herida se hace a los dos días.",
          "Sin garantía.",
          "No garantizamos ningún resultado.",
          "Los resultados no están garantizados.",
          "Ningún tratamiento está libre de riesgos.",
          "No es un tratamiento sin riesgos.",
          "No está exento de riesgos.",
          "No hay tratamiento sin riesgo.",
          "No está aprobado por la FDA.",
          "La FDA no lo ha aprobado.",
          "Se ofrece sin aprobación de la FDA.",
          "Aprobado por la FDA (BLA 125397) para enfermedades de la sangre.",
          "ISO/TS 22859 es solo para investigación.",
          "ISO 24651 no es una norma de calidad clínica.",
          "No evita la cirugía.",
          "Puede que no evite la operación.",
          "Algunas personas evitaron operarse durante un año (claim-9).",
          "Es un procedimiento seguro según el estudio.",
          "Procuramos responder en un día."
        })
    void whatIsDeniedOrSomethingElseIsNone(String text) {
      assertThat(rules(text, SPANISH)).isEmpty();
    }
  }

  @Test
  void aHitNamesTheWordsAsTheyStand() {
    String text = "🙂 Our cells — we GUARANTEE it — cure.";
    List<Hit> hits = ClaimsLinter.lint(text, ENGLISH);
    assertThat(hits).extracting(hit -> hit.in(text)).containsExactly("GUARANTEE", "cure");
    assertThat(hits.get(0).start()).isEqualTo(text.indexOf("GUARANTEE"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garanti\u0301a",
        "gua\u00adrantee",
        "guar\u200bantee",
        "ＧＵＡＲＡＮＴＥＥ",
        "no\u00a0 risk"
      })
  void noSpellingHidesAPromise(String text) {
    List<Hit> hits = ClaimsLinter.lint(text);
    assertThat(hits).hasSize(1);
    assertThat(hits.get(0).in(text)).isEqualTo(text);
  }

  @Test
  void aTextOfUnknownLanguageIsReadInAll() {
    assertThat(ClaimsLinter.lint("Guaranteed. Garantizado. Guaranteed."))
        .extracting(Hit::start)
        .containsExactly(0, 12, 25);
    assertThat(ClaimsLinter.lint("There is no cure. No hay cura.")).isEmpty();
  }

  @Test
  void anEmptyTextPromisesNothing() {
    assertThat(ClaimsLinter.lint("")).isEmpty();
    assertThat(ClaimsLinter.lint(" \n\n ")).isEmpty();
  }

  @Test
  void aLongTextTakesNoTime() {
    String endless = "not a cure and we guarantee a cure ".repeat(3000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(ClaimsLinter.lint(endless)).isNotEmpty());
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> ClaimsLinter.lint("avoid " + "a ".repeat(50_000)));
  }

  private static List<String> rules(String text, Tongue tongue) {
    return ClaimsLinter.lint(text, tongue).stream().map(hit -> hit.rule().id()).toList();
  }
}
