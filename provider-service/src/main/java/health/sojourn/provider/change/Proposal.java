package health.sojourn.provider.change;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What somebody wants a fact to be, as {@link ValueRules} let it through.
 *
 * @param value empty to state it no longer
 * @param validTo the last day on which it holds; null without an end
 * @param note for whoever checks; null without one
 * @param evidence ids of files of the same clinic
 */
public record Proposal(
    List<String> value, String unit, LocalDate validTo, String note, List<UUID> evidence) {}
