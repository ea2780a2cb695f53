package health.sojourn.provider.change;

import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.provider.verification.Attribute;
import health.sojourn.provider.verification.Author;
import health.sojourn.provider.verification.CheckMethod;
import health.sojourn.provider.verification.Fact;
import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.Level;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A fact somebody wants to state anew. Patients go on reading what was published until a
 * facilitator other than its author has checked it. At most one waits for each fact; once decided
 * it stays as it was.
 */
@Entity
@Table(name = "fact_change")
public class Change {
  @Id private UUID id;
  private String clinicSlug;
  private String therapy;

  @Enumerated(EnumType.STRING)
  private FactName name;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> value;

  private String unit;
  private LocalDate validTo;
  private String note;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<UUID> evidence;

  @Enumerated(EnumType.STRING)
  private ChangeStatus status;

  private Instant proposedAt;

  @Embedded
  @AttributeOverride(name = "id", column = @Column(name = "proposed_by"))
  @AttributeOverride(name = "name", column = @Column(name = "proposer"))
  @AttributeOverride(name = "clinic", column = @Column(name = "proposer_clinic"))
  private Signature proposed;

  private Instant decidedAt;

  @Embedded
  @AttributeOverride(name = "id", column = @Column(name = "decided_by"))
  @AttributeOverride(name = "name", column = @Column(name = "decider"))
  @AttributeOverride(name = "clinic", column = @Column(name = "decider_clinic"))
  private Signature decided;

  @Enumerated(EnumType.STRING)
  private CheckMethod method;

  @Enumerated(EnumType.STRING)
  private Level level;

  private String reason;

  /** An {@link Author} as a row keeps them. */
  @Embeddable
  record Signature(UUID id, String name, String clinic) {
    static Signature of(Author author) {
      return new Signature(author.id(), author.name(), author.clinic());
    }

    Author author() {
      return new Author(id, name, clinic);
    }
  }

  protected Change() {}

  Change(UUID id, Attribute attribute, Proposal proposal, Author author, Instant at) {
    this.id = id;
    this.clinicSlug = attribute.clinic();
    this.therapy = attribute.therapy();
    this.name = attribute.name();
    this.value = List.copyOf(proposal.value());
    this.unit = proposal.unit();
    this.validTo = proposal.validTo();
    this.note = proposal.note();
    this.evidence = List.copyOf(proposal.evidence());
    this.status = ChangeStatus.WAITING;
    this.proposedAt = at;
    this.proposed = Signature.of(author);
  }

  /**
   * Lets it be published.
   *
   * @return what is to be read from now on
   * @throws Problem 409 if it is decided, its author asks, or it has expired; 422 if the method
   *     can't give the level or there is no document to have read
   */
  Fact approve(Author checker, CheckMethod method, Level level, String checkedBy, Instant at) {
    mayBecome(ChangeStatus.PUBLISHED);
    isAnothers(checker);
    if (!method.gives(level)) {
      throw Problem.invalid(
          List.of(
              new FieldError(
                  "/level", "level-not-given", "That way of checking gives no such level")));
    }
    if (method == CheckMethod.DOCUMENT && evidence.isEmpty()) {
      throw Problem.invalid(
          List.of(
              new FieldError(
                  "/how", "no-document", "No document came with it. Say how else it was checked")));
    }
    LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
    if (validTo != null && validTo.isBefore(today)) {
      throw Problem.conflict(
          "change-expired", "Its last day has passed while it waited. Send it back.");
    }
    decide(ChangeStatus.PUBLISHED, checker, at);
    this.method = method;
    this.level = level;
    boolean checked = level.isChecked();
    return value.isEmpty()
        ? Fact.UNKNOWN
        : new Fact(
            value,
            unit,
            method.source(),
            level,
            checked ? today : null,
            checked ? checkedBy : null,
            validTo);
  }

  /**
   * Sends it back.
   *
   * @param reason the clinic reads it
   * @throws Problem 409 if it is decided, or its author asks
   */
  void reject(Author checker, String reason, Instant at) {
    mayBecome(ChangeStatus.REJECTED);
    isAnothers(checker);
    decide(ChangeStatus.REJECTED, checker, at);
    this.reason = reason;
  }

  /**
   * Takes it back.
   *
   * @throws Problem 409 if it is decided
   */
  void withdraw(Author author, Instant at) {
    mayBecome(ChangeStatus.WITHDRAWN);
    decide(ChangeStatus.WITHDRAWN, author, at);
  }

  /** A newer draft takes its place. */
  void giveWay(Author author, Instant at) {
    mayBecome(ChangeStatus.REPLACED);
    decide(ChangeStatus.REPLACED, author, at);
  }

  /** Whether somebody sent the same again, such as by a second click. */
  boolean isTheSame(Proposal proposal, Author author) {
    return proposed.id().equals(author.id())
        && value.equals(proposal.value())
        && Objects.equals(unit, proposal.unit())
        && Objects.equals(validTo, proposal.validTo())
        && Objects.equals(note, proposal.note())
        && evidence.equals(proposal.evidence());
  }

  private void mayBecome(ChangeStatus next) {
    if (!status.mayBecome(next)) {
      throw Problem.conflict("change-decided", "Somebody has already decided about this change.");
    }
  }

  private void isAnothers(Author checker) {
    if (proposed.id().equals(checker.id())) {
      throw Problem.conflict(
          "own-change", "You proposed this yourself. Somebody else has to check it.");
    }
  }

  private void decide(ChangeStatus next, Author author, Instant at) {
    status = next;
    decided = Signature.of(author);
    decidedAt = at;
  }

  public UUID id() {
    return id;
  }

  public Attribute attribute() {
    return new Attribute(clinicSlug, therapy, name);
  }

  /** As it would be read if it were published on its author's word. */
  public Fact fact() {
    return new Fact(value, unit, null, Level.SELF_DECLARED, null, null, validTo);
  }

  public String note() {
    return note;
  }

  public List<UUID> evidence() {
    return evidence;
  }

  public ChangeStatus status() {
    return status;
  }

  public boolean isWaiting() {
    return status == ChangeStatus.WAITING;
  }

  public Instant proposedAt() {
    return proposedAt;
  }

  public Author author() {
    return proposed.author();
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  /** Null while it waits. */
  public Author decider() {
    return decided == null ? null : decided.author();
  }

  /** Null unless it was sent back. */
  public String reason() {
    return reason;
  }
}
