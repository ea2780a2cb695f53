package health.sojourn.provider.capacity;

import health.sojourn.http.ETags;
import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.provider.directory.Clinic;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.verification.Author;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What clinics say they can take. A change is written down and said to the other services in its
 * own transaction; what is so already changes nothing, however often it is sent.
 */
@ApplicationScoped
class Capacities {
  private final Clinics clinics;
  private final CapacityLog log;
  private final Clock clock;

  Capacities(Clinics clinics, CapacityLog log, Clock clock) {
    this.clinics = clinics;
    this.log = log;
    this.clock = clock;
  }

  /**
   * @throws Problem 404
   */
  @Transactional
  DeclaredCapacity of(String slug) {
    Clinic clinic = clinics.get(slug);
    return DeclaredCapacity.of(clinic, today(clinic));
  }

  /** The day it is at the clinic. */
  @Transactional
  LocalDate today(String slug) {
    return today(clinics.get(slug));
  }

  /**
   * @param ifMatch what the caller has read
   * @throws Problem 428 or 412 if the caller has not seen what is replaced, 422
   */
  @Transactional
  DeclaredCapacity declare(String slug, DeclaredCapacity declared, String ifMatch, Author by) {
    return change(
        slug,
        by,
        before -> {
          boolean nothingNew = ifMatch != null && declared.inOrder().equals(before);
          if (!nothingNew) {
            ETags.requireMatch(ifMatch, before.tag());
          }
          return declared;
        });
  }

  /**
   * @param lastDay null for a pause without an end
   * @throws Problem 422
   */
  @Transactional
  void pause(String slug, LocalDate lastDay, Author by) {
    change(slug, by, before -> before.pausedUntil(lastDay));
  }

  @Transactional
  void resume(String slug, Author by) {
    change(slug, by, DeclaredCapacity::resumed);
  }

  private DeclaredCapacity change(String slug, Author by, UnaryOperator<DeclaredCapacity> change) {
    Clinic clinic = clinics.hold(slug);
    LocalDate today = today(clinic);
    DeclaredCapacity before = DeclaredCapacity.of(clinic, today);
    DeclaredCapacity declared = change.apply(before);
    List<FieldError> errors = declared.errors(today);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    DeclaredCapacity after = declared.inOrder();
    if (!after.equals(before)) {
      clinics.change(slug, it -> it.declare(after.asKept()));
      log.write(slug, by, after);
    }
    return after;
  }

  private LocalDate today(Clinic clinic) {
    return clinic.dayAt(clock.instant());
  }
}
