package health.sojourn.inquiry.routing;

import health.sojourn.inquiry.intake.InquiryCase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * SHA-256 of everything the rules read, so that a decision can be shown to follow from its inputs.
 * Who the patient is and which inquiry it was are left out: they must not matter.
 */
final class InputHash {
  private final MessageDigest digest;

  private InputHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  static String of(RuleSet rules, Question question, List<Candidate> candidates) {
    InputHash hash = new InputHash();
    hash.add(rules.version());
    hash.add(question.now().truncatedTo(ChronoUnit.HOURS));
    hash.inquiry(question.inquiry());
    hash.add(new TreeMap<>(question.asked()));
    hash.add(new TreeSet<>(question.related()));
    candidates.stream()
        .sorted(Comparator.comparing(Candidate::slug))
        .forEach(
            candidate -> {
              hash.add(candidate.slug());
              hash.add(candidate.listing().fingerprint());
              hash.add(candidate.openLeads());
              hash.add(candidate.leadsThisWeek());
              hash.add(candidate.lastOfferedAt());
            });
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void inquiry(InquiryCase inquiry) {
    add(inquiry.therapy());
    add(inquiry.country());
    add(inquiry.language());
    add(inquiry.birthYear());
    add(inquiry.condition());
    add(inquiry.wishes());
    add(new TreeSet<>(inquiry.consentedCountries()));
    add(new TreeSet<>(inquiry.acknowledgedNoLegalBasis()));
  }

  private void add(Object part) {
    digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
