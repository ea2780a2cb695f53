package health.sojourn.inquiry.intake;

import health.sojourn.http.Cursors;
import health.sojourn.http.Page;
import health.sojourn.inquiry.privacy.Fingerprints;
import health.sojourn.inquiry.privacy.Marks.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The facilitators' list. Names and addresses can be looked for, exactly and by their hashes; they
 * are not shown in it.
 */
@ApplicationScoped
public class InquirySearch {
  private final EntityManager em;
  private final Fingerprints fingerprints;
  private final Cursors cursors;

  InquirySearch(EntityManager em, Fingerprints fingerprints, Cursors cursors) {
    this.em = em;
    this.fingerprints = fingerprints;
    this.cursors = cursors;
  }

  /** Ids sort by the time they were made. */
  private record After(UUID id) {}

  /** What a facilitator has to look at in an inquiry. */
  public enum Waiting {
    /** Words that nobody has passed on or kept back yet. */
    MESSAGE(
        """
        i.id in (select m.inquiry_id from message m join lead l on l.id = m.lead_id
          where m.state = 'WAITING'
            and l.status in ('OFFERED', 'VIEWED', 'ACCEPTED', 'QUOTED', 'CHOSEN'))
        """),
    /** A clinic's report that nobody has confirmed yet. */
    REPORT(
        """
        i.status = 'CHOSEN'
          and i.id in (select inquiry_id from treatment_report where confirmed_at is null)
        """);

    private final String condition;

    Waiting(String condition) {
      this.condition = condition;
    }
  }

  /**
   * @param waiting only those where this waits for a facilitator, or null
   * @param q a reference, an e-mail address, a phone number with country code, or parts of a name
   * @param sort {@code newest} or {@code oldest}
   */
  public record Filter(
      InquiryStatus status, Waiting waiting, String owner, String q, String sort) {}

  /** One row of the list. */
  public record Found(
      UUID id,
      String reference,
      InquiryStatus status,
      CloseReason closeReason,
      String therapy,
      String country,
      String language,
      int birthYear,
      Channel channel,
      String owner,
      String clinic,
      Instant receivedAt,
      Instant changedAt) {
    static Found of(Inquiry inquiry) {
      return new Found(
          inquiry.id(),
          inquiry.reference(),
          inquiry.status(),
          inquiry.closeReason(),
          inquiry.therapy(),
          inquiry.country(),
          inquiry.language(),
          inquiry.birthYear(),
          inquiry.channel(),
          inquiry.owner(),
          inquiry.clinic(),
          inquiry.receivedAt(),
          inquiry.changedAt());
    }
  }

  /**
   * @param limit as {@link Page#limit} reads it
   */
  @Transactional
  public Page<Found> page(Filter filter, int limit, String cursor) {
    boolean oldestFirst = "oldest".equals(filter.sort());
    Where where = new Where();
    if (filter.status() != null) {
      where.and("i.status = :status", "status", filter.status().name());
    }
    if (filter.waiting() != null) {
      where.conditions.add(filter.waiting().condition);
    }
    if (filled(filter.owner())) {
      where.and("i.owner = :owner", "owner", filter.owner());
    }
    if (filled(filter.q())) {
      whoOrWhich(filter.q().strip(), where);
    }
    cursors
        .read(cursor, After.class)
        .ifPresent(
            after ->
                where.and(oldestFirst ? "i.id > :after" : "i.id < :after", "after", after.id()));
    String order = oldestFirst ? " order by i.id" : " order by i.id desc";
    Query query =
        em.createNativeQuery("select i.* from inquiry i" + where.clause() + order, Inquiry.class)
            .setMaxResults(limit + 1);
    where.parameters.forEach(query::setParameter);
    List<Found> found = query.getResultList().stream().map(row -> Found.of((Inquiry) row)).toList();
    return cursors.page(found, limit, last -> new After(last.id()));
  }

  /** In how many inquiries this waits. */
  @Transactional
  public long count(Waiting waiting) {
    return (Long)
        em.createNativeQuery("select count(*) from inquiry i where " + waiting.condition)
            .getSingleResult();
  }

  private void whoOrWhich(String q, Where where) {
    var reference = References.parse(q);
    var phone = Contacts.phone(q, null);
    if (reference.isPresent()) {
      where.and("i.reference = :reference", "reference", reference.get());
    } else if (q.contains("@")) {
      where.marked("'EMAIL', 'CONTACT_EMAIL'", fingerprints.accepted(it -> it.email(q)));
    } else if (phone.isPresent()) {
      where.marked("'" + Kind.PHONE + "'", fingerprints.accepted(it -> it.phone(phone.get())));
    } else {
      int parts = fingerprints.name(q).size();
      if (parts == 0) {
        where.conditions.add("1 = 0");
      }
      IntStream.range(0, parts)
          .forEach(
              part ->
                  where.marked(
                      "'" + Kind.NAME + "'", fingerprints.accepted(it -> it.name(q).get(part))));
    }
  }

  private static boolean filled(String text) {
    return text != null && !text.isBlank();
  }

  /** Conditions that all hold, with their parameters. */
  private static final class Where {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private void and(String condition, String name, Object value) {
      conditions.add(condition);
      parameters.put(name, value);
    }

    private void marked(String kinds, List<byte[]> hashes) {
      String name = "hash" + parameters.size();
      and(
          "i.patient_id in (select patient_id from patient_mark where kind in (%s) and hash in (:%s))"
              .formatted(kinds, name),
          name,
          hashes);
    }

    private String clause() {
      return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
  }
}
