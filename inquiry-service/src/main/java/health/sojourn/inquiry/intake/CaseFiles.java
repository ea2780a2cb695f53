package health.sojourn.inquiry.intake;

import health.sojourn.inquiry.consent.Consents;
import health.sojourn.inquiry.consent.DisclosureKind;
import health.sojourn.inquiry.consent.Disclosures;
import health.sojourn.inquiry.consent.Purpose;
import health.sojourn.inquiry.duplicate.Relations;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.privacy.AuditLog;
import health.sojourn.inquiry.privacy.AuditLog.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Everything about one inquiry, opened for somebody and written down in the audit log. */
@ApplicationScoped
public class CaseFiles {
  private final Inquiries inquiries;
  private final Dossiers dossiers;
  private final Consents consents;
  private final Disclosures disclosures;
  private final Relations relations;
  private final History history;
  private final AuditLog audit;
  private final EntityManager em;

  CaseFiles(
      Inquiries inquiries,
      Dossiers dossiers,
      Consents consents,
      Disclosures disclosures,
      Relations relations,
      History history,
      AuditLog audit,
      EntityManager em) {
    this.inquiries = inquiries;
    this.dossiers = dossiers;
    this.consents = consents;
    this.disclosures = disclosures;
    this.relations = relations;
    this.history = history;
    this.audit = audit;
    this.em = em;
  }

  /** The whole file. */
  public record CaseFile(
      InquirySearch.Found inquiry,
      Dossier.Identity patient,
      Dossier.Health health,
      List<GivenConsent> consents,
      List<ReadDisclosure> disclosures,
      List<Relations.Relation> related,
      List<History.Entry> history) {}

  public record GivenConsent(
      Purpose purpose,
      List<String> countries,
      String textVersion,
      String textLanguage,
      Instant givenAt,
      Instant withdrawnAt) {}

  public record ReadDisclosure(
      DisclosureKind kind,
      List<String> countries,
      String textVersion,
      String textLanguage,
      Instant acknowledgedAt) {}

  /** What the partner that sent it may know. */
  public record PartnerState(
      UUID id, String reference, InquiryStatus status, Instant receivedAt, Instant changedAt) {}

  @Transactional
  public CaseFile read(UUID id, Actor reader) {
    Inquiry inquiry = inquiries.find(id).orElseThrow(Inquiries::unknown);
    audit.write(id, reader, Act.READ_IDENTITY);
    return new CaseFile(
        InquirySearch.Found.of(inquiry),
        dossiers.identity(inquiry),
        dossiers.health(inquiry),
        consents.of(id).stream()
            .map(
                consent ->
                    new GivenConsent(
                        consent.purpose(),
                        consent.countries(),
                        consent.textVersion(),
                        consent.language(),
                        consent.givenAt(),
                        consent.withdrawnAt()))
            .toList(),
        disclosures.of(id).stream()
            .map(
                read ->
                    new ReadDisclosure(
                        read.kind,
                        List.of(read.countries),
                        read.textVersion,
                        read.language,
                        read.acknowledgedAt))
            .toList(),
        relations.all(id),
        history.of(id));
  }

  @Transactional
  public PartnerState stateForPartner(UUID id, String partnerId) {
    Inquiry inquiry = inquiries.find(id).orElseThrow(Inquiries::unknown);
    boolean theirs =
        !em.createNativeQuery(
                """
                select 1 from inquiry_partner
                where inquiry_id = :inquiry and partner_id = :partner
                """)
            .setParameter("inquiry", id)
            .setParameter("partner", partnerId)
            .getResultList()
            .isEmpty();
    if (!theirs) {
      throw Inquiries.unknown();
    }
    return new PartnerState(
        id, inquiry.reference(), inquiry.status(), inquiry.receivedAt(), inquiry.changedAt());
  }
}
