package health.sojourn.provider.expiry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.sojourn.provider.change.TestClinics;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.verification.Fact;
import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.Level;
import health.sojourn.testing.Tokens;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExpiryTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  @Inject TestClinics testClinics;
  @Inject Clinics clinics;
  @Inject ExpiryNotices notices;
  @Inject MockMailbox mailbox;

  @Test
  void theClinicIsToldOnceForEachFactAndLastDay() {
    String slug = testClinics.add(TODAY.plusDays(30));
    notices.run();
    Mail mail = mails(slug, 1).get(0);
    assertThat(mail.getSubject()).isEqualTo("Clinic's licence: ends soon");
    assertThat(mail.getText())
        .contains("Demo Test " + slug, "- Clinic's licence: ", "/clinic-desk/facts");
    assertThat(mail.getHeaders()).containsKey("Message-ID");
    notices.run();
    state(slug, FactName.ACCREDITATIONS, TODAY.plusDays(3));
    state(slug, FactName.ACCREDITATION_NUMBER, TODAY.plusDays(3));
    notices.run();
    assertThat(mails(slug, 2).get(1).getText())
        .contains("Accreditation", "Accreditation number")
        .doesNotContain("licence:");
    state(slug, FactName.LICENCE, TODAY.plusDays(29));
    notices.run();
    mails(slug, 3);
  }

  @Test
  void nobodyIsToldOfWhatEndsLaterOrHasEnded() {
    String later = testClinics.add(TODAY.plusDays(31));
    String over = testClinics.add(TODAY.minusDays(1));
    String soon = testClinics.add(TODAY);
    notices.run();
    mails(soon, 1);
    assertThat(mailbox.getMailsSentTo(address(later))).isEmpty();
    assertThat(mailbox.getMailsSentTo(address(over))).isEmpty();
  }

  @Test
  void theMailIsInTheClinicsLanguage() {
    String slug = testClinics.add(TODAY.plusYears(1));
    clinics.change(
        slug,
        clinic -> {
          clinic.state(FactName.LANGUAGES, Fact.ownWord("es"));
          clinic.state(FactName.LICENCE, ending(TODAY.plusDays(9)));
          clinic.state(FactName.ACCREDITATIONS, ending(TODAY.plusDays(8)));
        });
    notices.run();
    Mail mail = mails(slug, 1).get(0);
    assertThat(mail.getSubject()).isEqualTo("Acreditación y 1 dato más: vence pronto");
    assertThat(mail.getText()).contains("Estimado equipo", "Licencia de la clínica");
  }

  @Test
  void facilitatorsSeeWhatEndsSoonAndWhatHasEnded() {
    String soon = testClinics.add(TODAY.plusDays(30));
    String over = testClinics.add(TODAY.minusDays(1));
    String later = testClinics.add(TODAY.plusDays(31));
    String page =
        given()
            .accept("text/html")
            .auth()
            .oauth2(Tokens.facilitator())
            .get("/catalogue/expiring")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    var rows = Jsoup.parse(page).select("tbody tr");
    assertThat(rows.eachText())
        .anyMatch(it -> it.contains("Demo Test " + soon))
        .anyMatch(it -> it.contains("Demo Test " + over) && it.contains("expired on"))
        .noneMatch(it -> it.contains("Demo Test " + later));
    assertThat(rows.select("a[href=/catalogue/clinics/" + soon + "/facts/licence]")).hasSize(1);
  }

  private List<Mail> mails(String slug, int count) {
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> mailbox.getMailsSentTo(address(slug)).size() >= count);
    assertThat(mailbox.getMailsSentTo(address(slug))).hasSize(count);
    return mailbox.getMailsSentTo(address(slug));
  }

  private static String address(String slug) {
    return "leads@" + slug + ".example";
  }

  private void state(String slug, FactName name, LocalDate validTo) {
    clinics.change(slug, clinic -> clinic.state(name, ending(validTo)));
  }

  private static Fact ending(LocalDate validTo) {
    return new Fact(
        List.of("DEMO-7"), null, "the clinic", Level.SELF_DECLARED, null, null, validTo);
  }
}
