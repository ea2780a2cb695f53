package health.sojourn.inquiry;

import health.sojourn.inquiry.intake.Eventually;
import health.sojourn.inquiry.lead.Leads;
import health.sojourn.inquiry.routing.Market;
import health.sojourn.testing.AccessMatrix;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
class RoutesTest extends AccessMatrix {
  @Inject Market market;
  @Inject Leads leads;

  private UUID inquiry;
  private UUID lead;

  @BeforeEach
  void aLeadAtTheOwnClinic() {
    market.clear();
    market.clinic(OWN);
    market.clinic(FOREIGN, clinic -> clinic.put("suspended", true));
    inquiry = market.inquiry();
    Eventually.holds(() -> firstLead().isPresent());
    lead = firstLead().orElseThrow();
  }

  @AfterEach
  void asItWas() {
    market.reopen();
  }

  @Override
  protected Sample sample(String method, String path, String anywhere) {
    String own =
        path.replace("/leads/{id}", "/leads/" + lead)
            .replace("/inquiries/{id}", "/inquiries/" + inquiry)
            .replace("/inquiries/{key}", "/inquiries/" + inquiry)
            .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    Sample sample = Sample.at(own);
    if (path.contains("/leads/{id}")) {
      sample = sample.ofOwnClinic();
    }
    if (path.endsWith("/{messageId}")) {
      return sample.with("{\"text\":\"Demo\",\"kind\":\"MESSAGE\"}");
    }
    return path.endsWith("/routing") ? sample.with("{\"mode\":\"AUTO\"}") : sample;
  }

  private Optional<UUID> firstLead() {
    return QuarkusTransaction.requiringNew()
        .call(() -> leads.of(inquiry).stream().map(it -> it.id()).findFirst());
  }
}
