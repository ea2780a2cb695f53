package health.sojourn.provider.change;

import health.sojourn.defaults.Ids;
import health.sojourn.http.Cursors;
import health.sojourn.http.FieldError;
import health.sojourn.http.Page;
import health.sojourn.http.Problem;
import health.sojourn.provider.ProviderConfig;
import health.sojourn.provider.directory.Clinic;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.offer.Offer;
import health.sojourn.provider.verification.Attribute;
import health.sojourn.provider.verification.Author;
import health.sojourn.provider.verification.CheckMethod;
import health.sojourn.provider.verification.Fact;
import health.sojourn.provider.verification.FactHistory;
import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.FactName.Subject;
import health.sojourn.provider.verification.Level;
import health.sojourn.provider.verification.PastFact;
import health.sojourn.provider.verification.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draft, check, publish. Everything about one clinic is done one after the other, so that what
 * somebody decides is what they saw.
 */
@ApplicationScoped
public class Changes {
  private static final Map<FactName, FactName> UPPER_OF =
      Map.of(FactName.PRICE_MIN, FactName.PRICE_MAX, FactName.DOSE_MIN, FactName.DOSE_MAX);

  @Inject EntityManager entities;
  @Inject Clinics clinics;
  @Inject FactHistory history;
  @Inject Publishing publishing;
  @Inject ProviderConfig config;
  @Inject Cursors cursors;
  @Inject Clock clock;
  @Inject Ids ids;

  /** Where the queue goes on. */
  record After(Instant at, UUID id) {}

  /**
   * A check of what is published, without a draft.
   *
   * @param validTo the last day on which it holds by that check; null without an end
   */
  record Recheck(CheckMethod method, Level level, LocalDate validTo) {}

  /**
   * The attribute the API calls so.
   *
   * @param therapy null for one of the clinic itself
   * @throws Problem 404
   */
  @Transactional
  public Attribute attribute(String slug, String therapy, String name) {
    Clinic clinic = clinics.get(slug);
    if (therapy != null && clinic.offerFor(therapy).isEmpty()) {
      throw Problem.notFound("offer-not-found", "The clinic does not offer " + therapy);
    }
    return FactName.named(name)
        .filter(it -> (it.subject() == Subject.OFFER) == (therapy != null))
        .map(it -> new Attribute(slug, therapy, it))
        .orElseThrow(() -> Problem.notFound("fact-not-found", "No fact is called " + name));
  }

  @Transactional
  public FactState state(Attribute attribute) {
    return state(clinics.get(attribute.clinic()), attribute);
  }

  /** Of every attribute of the clinic and its offers, in the order in which they are shown. */
  @Transactional
  public List<FactState> ofClinic(String slug) {
    Clinic clinic = clinics.get(slug);
    Map<Attribute, List<PastFact>> past = history.ofClinic(slug);
    Map<Attribute, List<Change>> changes =
        changes(slug).stream().collect(Collectors.groupingBy(Change::attribute));
    return attributes(clinic)
        .map(
            it ->
                state(
                    clinic,
                    it,
                    changes.getOrDefault(it, List.of()),
                    past.getOrDefault(it, List.of())))
        .toList();
  }

  /**
   * Puts a draft in place of the one that waits, if there is one.
   *
   * @param tag what the author saw, as {@link FactState#tag} said it
   * @throws Problem 428 and 412 for another tag; the same draft sent again is no mistake
   */
  @Transactional
  public FactState propose(Attribute attribute, Proposal proposal, Author author, String tag) {
    FactState now = state(clinics.hold(attribute.clinic()), attribute);
    if (now.waiting() != null && now.waiting().isTheSame(proposal, author)) {
      return now;
    }
    now.requireMatch(tag);
    isInOrder(attribute, proposal);
    if (now.waiting() != null) {
      now.waiting().giveWay(author, at());
      entities.flush();
    }
    entities.persist(new Change(ids.next(), attribute, proposal, author, at()));
    entities.flush();
    return state(attribute);
  }

  /**
   * The side that proposed it takes it back.
   *
   * @throws Problem 403 for the other side's, 404, 409
   */
  @Transactional
  public void withdraw(Attribute attribute, UUID id, Author author) {
    Change change = held(id);
    if (!change.attribute().equals(attribute)) {
      throw unknown();
    }
    if (!Objects.equals(change.author().clinic(), author.clinic())) {
      throw Problem.forbidden("others-change", "Only the side that proposed it takes it back.");
    }
    if (change.status() != ChangeStatus.WITHDRAWN) {
      change.withdraw(author, at());
    }
  }

  /**
   * @param tag what the checker saw; null if only the draft's id says it
   * @throws Problem 404, 409, 412, 422
   */
  @Transactional
  public void publish(UUID id, CheckMethod method, Level level, String tag, Author checker) {
    Change change = held(id);
    if (change.status() == ChangeStatus.PUBLISHED && isBy(change, checker)) {
      return;
    }
    Fact fact = change.approve(checker, method, level, config.checkedBy(), at());
    if (tag != null) {
      asItWas(change).requireMatch(tag);
    }
    publishing.publish(change.attribute(), fact, new Reason(checker, id, method, change.note()));
  }

  /**
   * @throws Problem 404, 409
   */
  @Transactional
  public void reject(UUID id, String reason, Author checker) {
    Change change = held(id);
    if (change.status() == ChangeStatus.REJECTED && isBy(change, checker)) {
      return;
    }
    change.reject(checker, reason, at());
  }

  /**
   * Says how well what is published holds today.
   *
   * @throws Problem 409 if nothing is published; 412 if it is not what was seen; 422
   */
  @Transactional
  public void recheck(Attribute attribute, Recheck check, String tag, Author checker) {
    Fact known = known(attribute, tag);
    if (check.method() == CheckMethod.DOCUMENT || !check.method().gives(check.level())) {
      throw Problem.invalid(
          List.of(
              new FieldError(
                  "/level", "level-not-given", "That way of checking gives no such level")));
    }
    boolean checked = check.level().isChecked();
    var fact =
        new Fact(
            known.value(),
            known.unit(),
            check.method().source(),
            check.level(),
            checked ? today() : null,
            checked ? config.checkedBy() : null,
            check.validTo());
    publishing.publish(attribute, fact, new Reason(checker, null, check.method(), null));
  }

  /**
   * What is published did not stand up to a check.
   *
   * @param reason both sides read it
   * @throws Problem 409 if nothing is published; 412 if it is not what was seen
   */
  @Transactional
  public void fail(
      Attribute attribute, CheckMethod method, String reason, String tag, Author checker) {
    Fact known = known(attribute, tag);
    var fact =
        new Fact(
            known.value(),
            known.unit(),
            known.source(),
            Level.FAILED_OR_EXPIRED,
            today(),
            config.checkedBy(),
            known.validTo());
    publishing.publish(attribute, fact, new Reason(checker, null, method, reason));
  }

  /** A draft that was made elsewhere, with its id and time. */
  @Transactional
  public void load(UUID id, Attribute attribute, Proposal proposal, Author author, Instant at) {
    clinics.hold(attribute.clinic());
    entities.persist(
        new Change(id, attribute, proposal, author, at.truncatedTo(ChronoUnit.MICROS)));
    entities.flush();
  }

  /** What waits, oldest first. */
  @Transactional
  public Page<Change> queue(String cursor, int limit) {
    After after =
        cursors.read(cursor, After.class).orElse(new After(Instant.EPOCH, new UUID(0, 0)));
    List<Change> rows =
        entities
            .createQuery(
                """
                from Change where status = WAITING
                  and (proposedAt > :at or proposedAt = :at and id > :id)
                order by proposedAt, id
                """,
                Change.class)
            .setParameter("at", after.at())
            .setParameter("id", after.id())
            .setMaxResults(limit + 1)
            .getResultList();
    return cursors.page(rows, limit, it -> new After(it.proposedAt(), it.id()));
  }

  @Transactional
  public long waiting() {
    return entities
        .createQuery("select count(*) from Change where status = WAITING", Long.class)
        .getSingleResult();
  }

  /**
   * @throws Problem 404
   */
  @Transactional
  public Change get(UUID id) {
    return Optional.ofNullable(id)
        .map(it -> entities.find(Change.class, it))
        .orElseThrow(Changes::unknown);
  }

  private static Problem unknown() {
    return Problem.notFound("change-not-found", "No change has this id.");
  }

  private Change held(UUID id) {
    clinics.hold(get(id).attribute().clinic());
    Change change = get(id);
    entities.refresh(change);
    return change;
  }

  /** As the checker saw it: with the draft that is being decided. */
  private FactState asItWas(Change change) {
    FactState now = state(change.attribute());
    return new FactState(now.attribute(), now.published(), change, now.last(), now.history());
  }

  private Fact known(Attribute attribute, String tag) {
    FactState now = state(clinics.hold(attribute.clinic()), attribute);
    now.requireMatch(tag);
    if (!now.published().isKnown()) {
      throw Problem.conflict("nothing-stated", "Nothing is published that could be checked.");
    }
    return now.published();
  }

  /** A range whose lower end is above its upper helps nobody; what waits counts first. */
  private void isInOrder(Attribute attribute, Proposal proposal) {
    UPPER_OF.forEach(
        (lower, upper) -> {
          boolean isLower = attribute.name() == lower;
          if (proposal.value().isEmpty() || !isLower && attribute.name() != upper) {
            return;
          }
          FactName other = isLower ? upper : lower;
          FactState end = state(new Attribute(attribute.clinic(), attribute.therapy(), other));
          Fact bound = end.waiting() == null ? end.published() : end.waiting().fact();
          if (!bound.isKnown() || !Objects.equals(bound.unit(), proposal.unit())) {
            return;
          }
          int order = number(proposal.value()).compareTo(number(bound.value()));
          if (isLower ? order > 0 : order < 0) {
            throw Problem.invalid(
                List.of(
                    new FieldError(
                        "/value",
                        isLower ? "above-the-upper" : "below-the-lower",
                        isLower
                            ? "The range would begin above its end, " + bound.value().get(0)
                            : "The range would end below its beginning, " + bound.value().get(0))));
          }
        });
  }

  private static BigDecimal number(List<String> value) {
    return new BigDecimal(value.get(0));
  }

  private static boolean isBy(Change change, Author author) {
    return change.decider().id().equals(author.id());
  }

  private FactState state(Clinic clinic, Attribute attribute) {
    List<Change> changes =
        changes(attribute.clinic()).stream()
            .filter(it -> it.attribute().equals(attribute))
            .toList();
    return state(clinic, attribute, changes, history.of(attribute));
  }

  private static FactState state(
      Clinic clinic, Attribute attribute, List<Change> changes, List<PastFact> past) {
    Optional<Change> waiting = changes.stream().filter(Change::isWaiting).findFirst();
    Optional<Change> last = changes.stream().filter(it -> !it.isWaiting()).findFirst();
    return new FactState(
        attribute,
        published(clinic, attribute, past),
        waiting.orElse(null),
        last.orElse(null),
        past);
  }

  /** How a clinic is listed stands in its row, how well that was checked in its history. */
  private static Fact published(Clinic clinic, Attribute attribute, List<PastFact> past) {
    if (attribute.therapy() != null) {
      return clinic.offerFor(attribute.therapy()).orElseThrow().facts().get(attribute.name());
    }
    Fact stated = clinic.stated(attribute.name());
    boolean kept = !past.isEmpty() && past.get(0).fact().value().equals(stated.value());
    return attribute.name().subject() == Subject.ENTRY && kept ? past.get(0).fact() : stated;
  }

  /** Newest first. */
  private List<Change> changes(String slug) {
    return entities
        .createQuery(
            "from Change where clinicSlug = :slug order by proposedAt desc, id desc", Change.class)
        .setParameter("slug", slug)
        .getResultList();
  }

  private static Stream<Attribute> attributes(Clinic clinic) {
    List<Attribute> all = new ArrayList<>();
    for (Subject subject : List.of(Subject.ENTRY, Subject.CLINIC)) {
      FactName.about(subject).forEach(it -> all.add(new Attribute(clinic.slug(), null, it)));
    }
    for (Offer offer : clinic.offers()) {
      FactName.about(Subject.OFFER)
          .forEach(it -> all.add(new Attribute(clinic.slug(), offer.therapy(), it)));
    }
    return all.stream();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(at(), ZoneOffset.UTC);
  }

  /** As exact as the database keeps it. */
  private Instant at() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
