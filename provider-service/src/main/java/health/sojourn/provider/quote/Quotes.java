package health.sojourn.provider.quote;

import health.sojourn.defaults.Ids;
import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.http.Violations;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.leadinbox.InboxLead;
import health.sojourn.provider.leadinbox.LeadInbox;
import health.sojourn.provider.leadinbox.LeadQuotes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The quotes of leads. Another clinic's lead is not there at all: 404, never 403. */
@ApplicationScoped
public class Quotes implements LeadQuotes {
  @Inject EntityManager entities;
  @Inject LeadInbox inbox;
  @Inject Clinics clinics;
  @Inject QuoteEvents events;
  @Inject Validator validator;
  @Inject Clock clock;
  @Inject Ids ids;

  /** A version with what became of it. */
  public record Version(Quote quote, QuoteState state) {}

  /** Everything that keeps it from being sent. */
  public List<FieldError> errors(NewQuote asked, String clinic) {
    List<FieldError> errors = new ArrayList<>(Violations.errors(validator.validate(asked)));
    if (errors.isEmpty()) {
      errors.addAll(asked.errors(today(clinic)));
    }
    return errors;
  }

  /**
   * Makes the next version.
   *
   * @throws Problem 404, 409 by the lead's state or when another version came first, 422
   */
  @Transactional
  public Quote make(UUID lead, String clinic, String person, NewQuote asked) {
    List<FieldError> errors = errors(asked, clinic);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    Instant now = now();
    inbox.quote(lead, clinic, asked.validUntil(), now);
    int next = latest(all(lead)) + 1;
    if (asked.version() != null && asked.version() != next) {
      throw Problem.conflict(
          "quote-version", "Another version was sent meanwhile. Read it before you send yours.");
    }
    Quote quote = new Quote(ids.next(), lead, next, asked.terms(), asked.validUntil(), person, now);
    entities.persist(quote);
    events.made(quote, clinic);
    return quote;
  }

  /**
   * Takes the newest version back; the lead is as before it was quoted.
   *
   * @throws Problem 404, 409 once it was replaced or chosen
   */
  @Transactional
  public Version withdraw(UUID lead, String clinic, int version) {
    inbox.hold(lead, clinic);
    List<Quote> versions = all(lead);
    Quote quote = find(versions, version);
    if (quote.withdraw(latest(versions), now())) {
      inbox.takeQuoteBack(lead, clinic);
      events.withdrawn(quote, clinic);
    }
    return new Version(quote, quote.stateOn(today(clinic), latest(versions)));
  }

  /**
   * Newest first.
   *
   * @throws Problem 404 for another clinic's lead
   */
  @Transactional
  public List<Version> of(UUID lead, String clinic) {
    inbox.get(lead, clinic);
    return versions(lead, today(clinic));
  }

  /**
   * @throws Problem 404
   */
  @Transactional
  public Version get(UUID lead, String clinic, int version) {
    inbox.get(lead, clinic);
    List<Quote> versions = all(lead);
    Quote quote = find(versions, version);
    return new Version(quote, quote.stateOn(today(clinic), latest(versions)));
  }

  @Override
  @Transactional
  public List<Line> of(UUID lead, LocalDate today) {
    return versions(lead, today).stream()
        .map(
            it ->
                new Line(
                    it.quote().version(),
                    it.quote().total(),
                    it.quote().validUntil(),
                    it.quote().madeAt(),
                    it.state().name()))
        .toList();
  }

  /**
   * For who owns leads, newest first.
   *
   * @throws Problem 404 for a lead that was never offered here
   */
  @Transactional
  List<Version> forOwner(UUID lead) {
    InboxLead known = entities.find(InboxLead.class, lead);
    if (known == null) {
      throw Problem.notFound("lead-not-found", "This lead was never offered here.");
    }
    return versions(lead, today(known.clinic()));
  }

  private List<Version> versions(UUID lead, LocalDate today) {
    List<Quote> versions = all(lead);
    return versions.stream()
        .map(it -> new Version(it, it.stateOn(today, latest(versions))))
        .toList();
  }

  private List<Quote> all(UUID lead) {
    return entities
        .createQuery(
            "select q from Quote q where q.leadId = :lead order by q.version desc", Quote.class)
        .setParameter("lead", lead)
        .getResultList();
  }

  private static int latest(List<Quote> newestFirst) {
    return newestFirst.isEmpty() ? 0 : newestFirst.get(0).version();
  }

  private static Quote find(List<Quote> versions, int version) {
    return versions.stream()
        .filter(it -> it.version() == version)
        .findFirst()
        .orElseThrow(
            () -> Problem.notFound("quote-not-found", "There is no such version of the quote."));
  }

  private LocalDate today(String clinic) {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(clinics.get(clinic).place().timeZone()));
  }

  /** As exact as the database keeps it, so that what is said equals what is stored. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
