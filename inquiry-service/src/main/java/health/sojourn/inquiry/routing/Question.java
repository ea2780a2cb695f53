package health.sojourn.inquiry.routing;

import health.sojourn.inquiry.intake.InquiryCase;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of the rules: one inquiry at one moment.
 *
 * @param asked clinics asked before for this inquiry, by what became of it
 * @param related clinics asked before for another inquiry of the same person
 */
public record Question(
    InquiryCase inquiry, Map<String, String> asked, Set<String> related, Instant now) {}
