package health.sojourn.inquiry.intake;

import health.sojourn.inquiry.duplicate.NameLikeness;
import health.sojourn.inquiry.duplicate.Relations;
import health.sojourn.tasks.TaskHandler;
import health.sojourn.tasks.TaskType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Compares the names of people born in the same year who live in the same country. A likeness is
 * only a suspicion for a facilitator to look at, so it waits its turn and holds up nothing.
 */
@ApplicationScoped
class SimilarNamesFinder implements TaskHandler<FindSimilarNames> {
  private final Inquiries inquiries;
  private final Dossiers dossiers;
  private final Relations relations;
  private final Clock clock;

  SimilarNamesFinder(Inquiries inquiries, Dossiers dossiers, Relations relations, Clock clock) {
    this.inquiries = inquiries;
    this.dossiers = dossiers;
    this.relations = relations;
    this.clock = clock;
  }

  @Override
  public TaskType<FindSimilarNames> type() {
    return FindSimilarNames.TASK;
  }

  @Override
  @Transactional
  public void run(String id, FindSimilarNames work) {
    Optional<Inquiry> found = inquiries.find(work.inquiryId());
    if (found.isEmpty()) {
      return;
    }
    Inquiry inquiry = found.get();
    String name = name(inquiry);
    for (UUID other : relations.bornAndLivingAlike(inquiry.id())) {
      Inquiry earlier = inquiries.find(other).orElseThrow();
      if (NameLikeness.similar(name, name(earlier))) {
        relations.suspect(inquiry.id(), other, clock.instant());
      }
    }
  }

  private String name(Inquiry inquiry) {
    Dossier.Identity identity = dossiers.identity(inquiry);
    return identity.givenName() + " " + identity.familyName();
  }
}
