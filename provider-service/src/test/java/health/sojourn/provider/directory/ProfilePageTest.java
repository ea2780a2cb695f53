package health.sojourn.provider.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.FactName.Subject;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProfilePageTest {

  @Test
  void everyPublicFactIsInOneGroup() {
    assertThat(
            Stream.of(Subject.CLINIC, Subject.OFFER)
                .flatMap(it -> FactName.publicOnes(it).stream()))
        .allMatch(
            name -> Arrays.stream(FactGroup.values()).filter(it -> it.holds(name)).count() == 1);
  }

  @Test
  void factsAreGroupedAndSayTheirLevelWhoCheckedAndWhatExpired() {
    Document page = page("/clinics/demo-bogota");
    assertThat(page.select("h3").eachText())
        .contains("What allows the treatment", "The cells", "The price", "Licence and doctor");
    assertThat(page.select(".fact-chip")).hasSize(39);
    String certificate = page.selectFirst(".fact-chip:contains(Certificate of the lab)").text();
    assertThat(certificate)
        .contains("DEMO-GMP-118", "checked 14 September 2026", "expired on 31 October 2026");
    assertThat(page.select("#not-checked ~ p").text()).contains("What is left to ask: 13 of 39");
    assertThat(page.select("ul.unchecked li")).hasSize(13);
  }

  @Test
  void machinesReadOnlyWhatThePageSays() {
    String script = page("/clinics/demo-bogota").select("script").html();
    JsonPath clinic = new JsonPath(script);
    assertThat(clinic.getString("'@type'")).isEqualTo("MedicalClinic");
    assertThat(clinic.getString("address.addressCountry")).isEqualTo("CO");
    assertThat(clinic.getString("makesOffer[0].priceSpecification.priceCurrency")).isEqualTo("USD");
    assertThat(clinic.getFloat("makesOffer[0].priceSpecification.minPrice")).isEqualTo(5000);
    assertThat(clinic.getList("knowsLanguage")).containsExactly("es", "en");
    assertThat(script).doesNotContainIgnoringCase("rating").doesNotContainIgnoringCase("review");
  }

  @Test
  void aSuspendedClinicOffersNothingToMachinesAndTakesNoInquiry() {
    Document page = page("/clinics/demo-antalya");
    assertThat(page.select("script")).isEmpty();
    assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    assertThat(page.select("a[href^=/inquiries/new]")).isEmpty();
  }

  @Test
  void theWayToTheFormNamesTheClinic() {
    assertThat(page("/clinics/demo-bogota").select("a.button").attr("href"))
        .isEqualTo("/inquiries/new?clinic=demo-bogota");
  }

  private static Document page(String path) {
    return Jsoup.parse(given().get(path).then().statusCode(200).extract().asString());
  }
}
