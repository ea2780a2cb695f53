package health.sojourn.inquiry.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;

/**
 * The rule sets this service ever had, and the one in force. The one shipped with the project is
 * stored at the first start; an impossible one stops the start.
 */
@ApplicationScoped
public class RuleSets {
  private final EntityManager em;
  private final ObjectMapper json;
  private final Clock clock;

  RuleSets(EntityManager em, ObjectMapper json, Clock clock) {
    this.em = em;
    this.json = json;
    this.clock = clock;
  }

  @Transactional
  void storeShipped(@Observes StartupEvent start) {
    RuleSet shipped = shipped();
    em.createNativeQuery(
            """
            insert into rule_set (version, body, active_from)
            values (:version, cast(:body as jsonb), :now)
            on conflict (version) do nothing
            """)
        .setParameter("version", shipped.version())
        .setParameter("body", write(shipped))
        .setParameter("now", clock.instant())
        .executeUpdate();
  }

  /** The one activated last. */
  @Transactional
  public RuleSet active() {
    String body =
        (String)
            em.createNativeQuery(
                    """
                    select cast(body as text) from rule_set
                    where active_from <= :now order by active_from desc limit 1
                    """)
                .setParameter("now", clock.instant())
                .getSingleResult();
    try {
      return json.readValue(body, RuleSet.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RuleSet shipped() {
    try (InputStream in = RuleSets.class.getResourceAsStream("/routing/rule-set.json")) {
      return json.readValue(in, RuleSet.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String write(RuleSet rules) {
    try {
      return json.writeValueAsString(rules);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
