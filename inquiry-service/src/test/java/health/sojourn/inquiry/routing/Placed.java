package health.sojourn.inquiry.routing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.InquiryStatus;
import health.sojourn.inquiry.lead.LeadMoves;
import health.sojourn.inquiry.lead.LeadView;
import health.sojourn.inquiry.lead.Leads;
import health.sojourn.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Inquiries that clinics have, for tests of what comes after. */
@ApplicationScoped
public class Placed {
  private final Market market;
  private final Inquiries inquiries;
  private final Leads leads;
  private final LeadMoves moves;

  Placed(Market market, Inquiries inquiries, Leads leads, LeadMoves moves) {
    this.market = market;
    this.inquiries = inquiries;
    this.leads = leads;
    this.moves = moves;
  }

  /** A new inquiry at these clinics, of which there are no others. */
  public UUID at(String... clinics) {
    market.clear();
    for (String clinic : clinics) {
      market.clinic(clinic);
    }
    UUID inquiry = market.inquiry();
    await().atMost(10, SECONDS).until(() -> !leadsOf(inquiry).isEmpty());
    if (clinics.length > 1) {
      RestAssured.given()
          .auth()
          .oauth2(Tokens.facilitator())
          .contentType(ContentType.JSON)
          .body(Map.of("mode", "MANUAL", "clinics", List.of(clinics), "reason", "Asked for both"))
          .post("/api/v1/inquiries/{id}/routing", inquiry)
          .then()
          .statusCode(201);
    }
    return inquiry;
  }

  /** The same, accepted by all of them. */
  public UUID acceptedBy(String... clinics) {
    UUID inquiry = at(clinics);
    for (String clinic : clinics) {
      moves.accepts(leadAt(inquiry, clinic));
    }
    return inquiry;
  }

  public UUID leadAt(UUID inquiry, String clinic) {
    return lead(inquiry, clinic).id();
  }

  public LeadView lead(UUID inquiry, String clinic) {
    return leadsOf(inquiry).stream()
        .filter(lead -> lead.clinic().equals(clinic))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  public List<LeadView> leadsOf(UUID inquiry) {
    return QuarkusTransaction.requiringNew()
        .call(() -> leads.of(inquiry).stream().map(LeadView::of).toList());
  }

  public InquiryStatus status(UUID inquiry) {
    return QuarkusTransaction.requiringNew()
        .call(() -> inquiries.find(inquiry).orElseThrow().status());
  }

  public String reference(UUID inquiry) {
    return QuarkusTransaction.requiringNew()
        .call(() -> inquiries.find(inquiry).orElseThrow().reference());
  }

  /** Where the patient reads mail. */
  public String address(UUID inquiry) {
    return QuarkusTransaction.requiringNew().call(() -> inquiries.identityOf(inquiry).email());
  }
}
