package health.sojourn.provider.quote;

import health.sojourn.defaults.Ids;
import health.sojourn.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** A clinic's templates, by name. */
@ApplicationScoped
class QuoteTemplates {
  static final int LONGEST_NAME = 80;

  @Inject EntityManager entities;
  @Inject Clock clock;
  @Inject Ids ids;

  @Transactional
  List<QuoteTemplate> of(String clinic) {
    return entities
        .createQuery("from QuoteTemplate where clinic = :clinic order by name", QuoteTemplate.class)
        .setParameter("clinic", clinic)
        .getResultList();
  }

  /**
   * @throws Problem 404, also for another clinic's
   */
  @Transactional
  QuoteTemplate get(UUID id, String clinic) {
    QuoteTemplate found = entities.find(QuoteTemplate.class, id);
    if (found == null || !found.clinic.equals(clinic)) {
      throw Problem.notFound("template-not-found", "There is no such template.");
    }
    return found;
  }

  /** Replaces the one that has this name. */
  @Transactional
  void save(String clinic, String name, NewQuote draft) {
    entities
        .createNativeQuery(
            """
            insert into quote_template (id, clinic_slug, name, draft, saved_at)
            values (:id, :clinic, :name, cast(:draft as jsonb), :at)
            on conflict (clinic_slug, name) do update
            set (draft, saved_at) = (excluded.draft, excluded.saved_at)
            """)
        .setParameter("id", ids.next())
        .setParameter("clinic", clinic)
        .setParameter("name", name)
        .setParameter("draft", new StoredDraft().convertToDatabaseColumn(draft))
        .setParameter("at", clock.instant())
        .executeUpdate();
  }

  /** One that is gone already is no mistake. */
  @Transactional
  void remove(UUID id, String clinic) {
    entities
        .createQuery("delete from QuoteTemplate where id = :id and clinic = :clinic")
        .setParameter("id", id)
        .setParameter("clinic", clinic)
        .executeUpdate();
  }
}
