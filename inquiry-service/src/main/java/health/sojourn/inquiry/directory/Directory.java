package health.sojourn.inquiry.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.inquiry.clock.BusinessHours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The clinics as this service knows them.
 *
 * <p>What a row holds is read into records once per change: a listing is remembered under its
 * fingerprint, and which fingerprint counts is asked of the database every time.
 */
@ApplicationScoped
public class Directory {
  private final EntityManager em;
  private final ObjectMapper json;
  private final Clock clock;
  private final Event<ClinicChanged> changes;
  private final Map<String, Listing> read = new ConcurrentHashMap<>();

  Directory(EntityManager em, ObjectMapper json, Clock clock, Event<ClinicChanged> changes) {
    this.em = em;
    this.json = json;
    this.clock = clock;
    this.changes = changes;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void put(Clinic clinic) {
    String body = write(clinic);
    em.createNativeQuery(
            """
            insert into clinic (slug, fingerprint, therapies, body, changed_at)
            values (:slug, :fingerprint, :therapies, cast(:body as jsonb), :now)
            on conflict (slug) do update
            set fingerprint = excluded.fingerprint, therapies = excluded.therapies,
                body = excluded.body, changed_at = excluded.changed_at
            """)
        .setParameter("slug", clinic.slug())
        .setParameter("fingerprint", fingerprint(body))
        .setParameter(
            "therapies", clinic.offers().stream().map(Clinic.Offer::therapy).toArray(String[]::new))
        .setParameter("body", body)
        .setParameter("now", clock.instant())
        .executeUpdate();
    changes.fire(new ClinicChanged(clinic.slug()));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void remove(String slug) {
    em.createNativeQuery("delete from clinic where slug = :slug")
        .setParameter("slug", slug)
        .executeUpdate();
    read.remove(slug);
  }

  @Transactional
  public Optional<Listing> find(String slug) {
    return Optional.ofNullable(load(List.of(slug)).get(slug));
  }

  /** When a clinic works; of one that is gone the usual hours are assumed. */
  @Transactional
  public BusinessHours hoursOf(String slug) {
    return find(slug)
        .map(Listing::hours)
        .orElseGet(() -> BusinessHours.nineToFive(ZoneOffset.UTC, List.of()));
  }

  /** Names for slugs; a clinic that is gone keeps its slug as its name. */
  @Transactional
  public Map<String, String> names(Collection<String> slugs) {
    Map<String, Listing> listed = load(slugs);
    return slugs.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                slug -> slug,
                slug -> listed.containsKey(slug) ? listed.get(slug).clinic().name() : slug));
  }

  /** The listings with these fingerprints, by slug; whoever changed a moment ago comes as is. */
  @Transactional
  public Map<String, Listing> listings(Map<String, String> fingerprints) {
    Map<String, Listing> found = new HashMap<>();
    fingerprints.forEach(
        (slug, fingerprint) -> {
          Listing known = read.get(slug);
          if (known != null && Objects.equals(known.fingerprint(), fingerprint)) {
            found.put(slug, known);
          }
        });
    List<String> unread =
        fingerprints.keySet().stream().filter(slug -> !found.containsKey(slug)).toList();
    if (!unread.isEmpty()) {
      found.putAll(load(unread));
    }
    return found;
  }

  /**
   * Notes that it is offered an inquiry now. Until the transaction ends, another one that wants to
   * offer to the same clinic waits here.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void offered(String slug, Instant at) {
    em.createNativeQuery("update clinic set last_offered_at = :at where slug = :slug")
        .setParameter("at", at)
        .setParameter("slug", slug)
        .executeUpdate();
  }

  private Map<String, Listing> load(Collection<String> slugs) {
    Map<String, Listing> loaded = new HashMap<>();
    em.createNativeQuery(
            """
            select slug, fingerprint, cast(body as text) as body
            from clinic where slug = any(:slugs)
            """,
            Tuple.class)
        .setParameter("slugs", slugs.toArray(String[]::new))
        .getResultStream()
        .map(Tuple.class::cast)
        .forEach(
            row -> {
              Listing listing =
                  Listing.of(
                      parse(((Tuple) row).get("body", String.class)),
                      ((Tuple) row).get("fingerprint", String.class));
              loaded.put(listing.clinic().slug(), listing);
            });
    read.putAll(loaded);
    return loaded;
  }

  private Clinic parse(String body) {
    try {
      return json.readValue(body, Clinic.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String write(Clinic clinic) {
    try {
      return json.writeValueAsString(clinic);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fingerprint(String body) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
