package health.sojourn.inquiry.desk;

import health.sojourn.defaults.Ids;
import health.sojourn.http.Language;
import health.sojourn.http.Problem;
import health.sojourn.inquiry.clock.Clocks;
import health.sojourn.inquiry.clock.RunningClock;
import health.sojourn.inquiry.directory.Directory;
import health.sojourn.inquiry.intake.CaseFiles;
import health.sojourn.inquiry.intake.CaseFiles.CaseFile;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.lead.Lead;
import health.sojourn.inquiry.lead.LeadView;
import health.sojourn.inquiry.lead.Leads;
import health.sojourn.inquiry.message.Correspondence;
import health.sojourn.inquiry.message.Correspondences;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.quote.Choice;
import health.sojourn.inquiry.quote.Choosing;
import health.sojourn.inquiry.quote.OfferList;
import health.sojourn.inquiry.quote.Offers;
import health.sojourn.inquiry.routing.Decision;
import health.sojourn.inquiry.routing.Decisions;
import health.sojourn.inquiry.routing.Judged;
import health.sojourn.inquiry.routing.Routing;
import health.sojourn.inquiry.treatment.TreatmentReport;
import health.sojourn.inquiry.treatment.Treatments;
import health.sojourn.web.Option;
import health.sojourn.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The page of one inquiry, put together for the facilitator who opens it. */
@ApplicationScoped
public class WholeInquiry {
  private final Inquiries inquiries;
  private final CaseFiles files;
  private final Leads leads;
  private final Decisions decisions;
  private final Clocks clocks;
  private final Directory directory;
  private final Routing routing;
  private final Offers offers;
  private final Choosing choosing;
  private final Correspondences correspondences;
  private final Treatments treatments;
  private final Ids ids;
  private final SecurityIdentity identity;
  private final Reader reader;

  WholeInquiry(
      Inquiries inquiries,
      CaseFiles files,
      Leads leads,
      Decisions decisions,
      Clocks clocks,
      Directory directory,
      Routing routing,
      Offers offers,
      Choosing choosing,
      Correspondences correspondences,
      Treatments treatments,
      Ids ids,
      SecurityIdentity identity,
      Reader reader) {
    this.inquiries = inquiries;
    this.files = files;
    this.leads = leads;
    this.decisions = decisions;
    this.clocks = clocks;
    this.directory = directory;
    this.routing = routing;
    this.offers = offers;
    this.choosing = choosing;
    this.correspondences = correspondences;
    this.treatments = treatments;
    this.ids = ids;
    this.identity = identity;
    this.reader = reader;
  }

  /**
   * @param names of clinics by slug
   * @param choices who may be asked now, best first, then who may not; empty where it is too late
   * @param holding the clinics that are to answer now
   * @param lead whether the viewer may override rules
   * @param key makes a second click harmless
   */
  @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record OneInquiry(
      CaseFile file,
      List<LeadView> leads,
      List<Decision> decisions,
      List<RunningClock> clocks,
      Map<String, String> names,
      List<Judged> choices,
      List<String> holding,
      boolean lead,
      HandOver handOver,
      Typed typed,
      String key)
      implements TemplateInstance {}

  /**
   * What came after a clinic accepted.
   *
   * @param choice what was chosen, or null
   * @param chosenBecause why a facilitator chose, or null
   * @param writeTo the leads about which something can be written
   * @param report how the clinic says it ended, or null
   */
  public record HandOver(
      OfferList offers,
      Choice choice,
      String chosenBecause,
      List<Correspondence> messages,
      List<Option> writeTo,
      TreatmentReport report) {}

  /**
   * @param key a reference or an id
   * @throws Problem 404
   */
  Inquiry find(String key) {
    return uuid(key)
        .flatMap(inquiries::find)
        .or(() -> inquiries.find(key))
        .orElseThrow(() -> Problem.notFound("inquiry-unknown", "There is no such inquiry."));
  }

  private static Optional<UUID> uuid(String key) {
    try {
      return Optional.of(UUID.fromString(key));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static URI address(Inquiry inquiry) {
    return URI.create("/desk/inquiries/" + inquiry.reference());
  }

  Actor viewer() {
    return Actor.facilitator(identity.getPrincipal().getName());
  }

  TemplateInstance page(Inquiry inquiry, Typed typed) {
    CaseFile file = files.read(inquiry.id(), viewer());
    List<Lead> asked = leads.of(inquiry.id());
    Language language = reader.language();
    return new OneInquiry(
        file,
        asked.stream().map(LeadView::of).toList(),
        decisions.of(inquiry.id()).stream().map(decision -> decision.in(language)).toList(),
        clocks.running(inquiry.id()),
        directory.names(asked.stream().map(Lead::clinic).toList()),
        Routing.canRoute(inquiry) ? choices(inquiry, language) : List.of(),
        asked.stream().filter(lead -> lead.status().open()).map(Lead::clinic).toList(),
        identity.hasRole("lead-facilitator"),
        handOver(inquiry),
        typed,
        ids.next().toString());
  }

  private List<Judged> choices(Inquiry inquiry, Language language) {
    return routing.look(inquiry.id()).candidates().stream()
        .map(judged -> judged.in(language))
        .toList();
  }

  private HandOver handOver(Inquiry inquiry) {
    Optional<Choice> choice = choosing.of(inquiry.id());
    List<Correspondence> messages = correspondences.forFacilitator(inquiry.id());
    return new HandOver(
        offers.of(inquiry),
        choice.orElse(null),
        choice.flatMap(choosing::reason).orElse(null),
        messages,
        Correspondence.writable(messages),
        treatments.of(inquiry.id()).orElse(null));
  }
}
