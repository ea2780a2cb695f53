package health.sojourn.inquiry.intake;

import health.sojourn.inquiry.duplicate.NameLikeness;
import health.sojourn.inquiry.duplicate.Relations;
import health.sojourn.tasks.TaskHandler;
import health.sojourn.tasks.TaskType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Compares the names of people born in the same year who live in the same country. A likeness is
 * only a suspicion for a facilitator to look at, so it waits its turn and holds up nothing.
 */
@ApplicationScoped
class SimilarNamesFinder implements TaskHandler<FindSimilarNames> {
  private final Dossiers dossiers;
  private final Relations relations;
  private final Clock clock;

  SimilarNamesFinder(Dossiers dossiers, Relations relations, Clock clock) {
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
    List<UUID> alike = relations.bornAndLivingAlike(work.inquiryId());
    if (alike.isEmpty()) {
      return;
    }
    String name = dossiers.names(List.of(work.inquiryId())).get(work.inquiryId());
    if (name == null) {
      return;
    }
    Map<UUID, String> names = dossiers.names(alike);
    names.forEach(
        (other, otherName) -> {
          if (NameLikeness.similar(name, otherName)) {
            relations.suspect(work.inquiryId(), other, clock.instant());
          }
        });
  }
}
