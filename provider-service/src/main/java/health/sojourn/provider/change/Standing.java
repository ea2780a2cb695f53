package health.sojourn.provider.change;

import health.sojourn.provider.expiry.ExpiringFacts;
import health.sojourn.provider.verification.Fact;
import health.sojourn.provider.verification.Level;
import java.time.LocalDate;

/** What somebody has to do about a fact; in the order in which it is shown. */
enum Standing {
  SENT_BACK,
  FAILED_OR_EXPIRED,
  EXPIRES_SOON,
  UNKNOWN,
  WAITING,
  STATED;

  static Standing of(FactState state, LocalDate today) {
    Fact fact = state.published();
    if (state.waiting() != null) {
      return WAITING;
    }
    if (state.sentBack() != null) {
      return SENT_BACK;
    }
    if (!fact.isKnown()) {
      return UNKNOWN;
    }
    if (fact.levelOn(today) == Level.FAILED_OR_EXPIRED) {
      return FAILED_OR_EXPIRED;
    }
    return fact.isExpiredOn(today.plusDays(ExpiringFacts.NOTICE_DAYS + 1)) ? EXPIRES_SOON : STATED;
  }
}
