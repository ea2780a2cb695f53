package health.sojourn.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContractsTest {
  private static final String VIEWED = "provider/lead-viewed";

  record LeadViewed(UUID leadId, String clinic, Instant at, String note) {}

  record Seen(UUID leadId) {}

  @Test
  void a_producers_record_that_is_the_example_passes() {
    Contracts.assertEqualsExample(VIEWED, Contracts.example(VIEWED, LeadViewed.class));
  }

  @Test
  void a_producers_record_that_says_something_else_does_not() {
    LeadViewed example = Contracts.example(VIEWED, LeadViewed.class);
    LeadViewed more = new LeadViewed(example.leadId(), example.clinic(), example.at(), "hello");
    assertThrows(AssertionError.class, () -> Contracts.assertEqualsExample(VIEWED, more));
    LeadViewed less = new LeadViewed(example.leadId(), null, example.at(), null);
    assertThrows(AssertionError.class, () -> Contracts.assertFits(VIEWED, less));
    LeadViewed wrong = new LeadViewed(example.leadId(), "Not a slug", example.at(), null);
    assertThrows(AssertionError.class, () -> Contracts.assertFits(VIEWED, wrong));
  }

  @Test
  void a_consumer_reads_only_what_it_needs() {
    assertEquals(
        UUID.fromString("019ab000-0000-7000-8000-000000000002"),
        Contracts.example(VIEWED, Seen.class).leadId());
  }
}
