package health.sojourn.provider.verification;

import java.time.Instant;

/**
 * A fact as it was stated at some time.
 *
 * @param id grows with time within an attribute
 * @param before what was stated until then; {@link Fact#UNKNOWN} at the beginning
 */
public record PastFact(
    long id, Attribute attribute, Instant at, Reason reason, Fact before, Fact fact) {}
