package health.sojourn.inquiry.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferencesTest {
  private static final String ALPHABET = "23456789BCDFGHJKLMNPQRSTVWXZ";
  private final References references = new References();

  @Test
  void looksAsPromisedAndNeverRepeats() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      String reference = references.next();
      assertTrue(reference.matches("SJ-[2-9B-DF-HJ-NP-TV-XZ]{4}-[2-9B-DF-HJ-NP-TV-XZ]{4}"));
      assertEquals(Optional.of(reference), References.parse(reference));
      assertTrue(seen.add(reference));
    }
  }

  @Test
  void isUnderstoodHoweverItIsTyped() {
    String reference = references.next();
    String typed = " " + reference.toLowerCase().replace("-", " ") + " ";
    assertEquals(Optional.of(reference), References.parse(typed));
  }

  @Test
  void everySingleSlipIsFound() {
    String reference = references.next();
    for (int i = 3; i < reference.length(); i++) {
      for (char other : ALPHABET.toCharArray()) {
        if (reference.charAt(i) != '-' && reference.charAt(i) != other) {
          String wrong = reference.substring(0, i) + other + reference.substring(i + 1);
          assertEquals(Optional.empty(), References.parse(wrong), wrong);
        }
      }
    }
  }

  @Test
  void nonsenseIsNoReference() {
    for (String typed : new String[] {null, "", "SJ-", "SJ-AAAA-AAAA", "XX-7K2M-9QRT", "Ω"}) {
      assertEquals(Optional.empty(), References.parse(typed));
    }
  }
}
