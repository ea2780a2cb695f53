package health.sojourn.inquiry.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.inquiry.intake.Catalogue.KnownClinic;
import health.sojourn.inquiry.intake.Therapies.Therapy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Keeps what the patient saw when asking, and who sent them. */
@ApplicationScoped
class Snapshots {
  private final EntityManager em;
  private final Therapies therapies;
  private final Catalogue catalogue;
  private final ObjectMapper json;

  Snapshots(EntityManager em, Therapies therapies, Catalogue catalogue, ObjectMapper json) {
    this.em = em;
    this.therapies = therapies;
    this.catalogue = catalogue;
    this.json = json;
  }

  void keep(Inquiry inquiry, NewInquiry asked) {
    NewInquiry.Seen seen = seen(asked);
    List<KnownClinic> clinics =
        asked.wishes().clinics().stream()
            .distinct()
            .map(catalogue::clinic)
            .flatMap(Optional::stream)
            .toList();
    em.createNativeQuery(
            """
            insert into inquiry_seen (inquiry_id, article, article_version, clinics)
            values (:inquiry, :article, cast(:version as integer), cast(:clinics as jsonb))
            """)
        .setParameter("inquiry", inquiry.id())
        .setParameter("article", seen.article())
        .setParameter("version", seen.articleVersion())
        .setParameter("clinics", write(clinics))
        .executeUpdate();
  }

  /** What the sender says the patient saw; else the article in force. */
  private NewInquiry.Seen seen(NewInquiry asked) {
    if (asked.seen() != null && asked.seen().article() != null) {
      return asked.seen();
    }
    Therapy therapy = therapies.find(asked.therapy()).orElseThrow();
    return new NewInquiry.Seen(therapy.article(), therapy.articleVersion());
  }

  void keepPartner(Inquiry inquiry, NewInquiry asked, Sender sender) {
    NewInquiry.Partner partner =
        asked.partner() == null ? new NewInquiry.Partner(null, null) : asked.partner();
    em.createNativeQuery(
            """
            insert into inquiry_partner (inquiry_id, partner_id, campaign, reference)
            values (:inquiry, :partner, :campaign, :reference)
            """)
        .setParameter("inquiry", inquiry.id())
        .setParameter("partner", sender.partnerId())
        .setParameter("campaign", partner.campaign())
        .setParameter("reference", partner.reference())
        .executeUpdate();
  }

  private String write(List<KnownClinic> clinics) {
    try {
      return json.writeValueAsString(clinics);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
