package health.sojourn.provider.verification;

import java.util.UUID;

/**
 * Who does something to facts.
 *
 * @param id the account
 * @param name as it was at the time: accounts go, what they did stays
 * @param clinic whom they work for; null for facilitators
 */
public record Author(UUID id, String name, String clinic) {}
