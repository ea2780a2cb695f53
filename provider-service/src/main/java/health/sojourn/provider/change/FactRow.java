package health.sojourn.provider.change;

import health.sojourn.provider.verification.Attribute;
import health.sojourn.provider.verification.FactView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A fact in a list of those who work on it.
 *
 * @param proposed null without a draft
 */
record FactRow(
    Attribute attribute,
    Standing standing,
    FactView published,
    FactView proposed,
    List<PastView> history) {

  /** How it was stated at some time, as a timeline shows it. */
  record PastView(Instant at, String who, String method, String words, FactView fact) {}

  /** Rows with the same standing. */
  record Group(Standing standing, List<FactRow> rows) {}

  static FactRow of(FactState state, LocalDate today) {
    Attribute attribute = state.attribute();
    Change waiting = state.waiting();
    return new FactRow(
        attribute,
        Standing.of(state, today),
        FactView.of(attribute.name(), state.published(), today),
        waiting == null ? null : FactView.of(attribute.name(), waiting.fact(), today),
        state.history().stream()
            .map(
                it ->
                    new PastView(
                        it.at(),
                        it.reason().author() == null ? null : it.reason().author().name(),
                        it.reason().method() == null ? null : it.reason().method().name(),
                        it.reason().words(),
                        FactView.of(attribute.name(), it.fact(), today)))
            .toList());
  }
}
