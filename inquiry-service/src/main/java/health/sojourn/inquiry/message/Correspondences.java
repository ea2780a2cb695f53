package health.sojourn.inquiry.message;

import health.sojourn.inquiry.directory.Directory;
import health.sojourn.inquiry.lead.Lead;
import health.sojourn.inquiry.lead.Leads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** The messages of an inquiry, lead by lead; a lead about which nobody can write is left out. */
@ApplicationScoped
public class Correspondences {
  private final Messages messages;
  private final Leads leads;
  private final Directory directory;

  Correspondences(Messages messages, Leads leads, Directory directory) {
    this.messages = messages;
    this.leads = leads;
    this.directory = directory;
  }

  /** A patient writes to a clinic that accepted, or that wrote first. */
  @Transactional
  public List<Correspondence> forPatient(UUID inquiryId) {
    return of(
        inquiryId,
        messages.forPatient(inquiryId),
        lead -> lead.status().live() && !lead.status().open());
  }

  @Transactional
  public List<Correspondence> forFacilitator(UUID inquiryId) {
    return of(inquiryId, messages.forFacilitator(inquiryId), lead -> lead.status().live());
  }

  private List<Correspondence> of(UUID inquiryId, List<Said> said, Predicate<Lead> mayBegin) {
    List<Lead> asked = leads.of(inquiryId);
    Map<String, String> names = directory.names(asked.stream().map(Lead::clinic).toList());
    return asked.stream()
        .map(
            lead -> {
              List<Said> lines =
                  said.stream().filter(line -> line.leadId().equals(lead.id())).toList();
              boolean writable = mayBegin.test(lead) || (lead.status().live() && !lines.isEmpty());
              return new Correspondence(lead.id(), names.get(lead.clinic()), lines, writable);
            })
        .filter(each -> each.writable() || !each.lines().isEmpty())
        .toList();
  }
}
