package health.sojourn.inquiry.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLikenessTest {
  @ParameterizedTest
  @CsvSource({
    "Maria Schneider, María Schneider, true",
    "Maria Schneider, Schneider Maria, true",
    "Maria Schneider, Maria Schnieder, true",
    "Ana Lía Núñez, Ana-Lia Nunez, true",
    "Jürgen Müller, Jurgen Muller, true",
    "Maria Schneider, Mario Schuster, false",
    "Hans Weber, Petra Wagner, false",
    "Kim Min-jun, Kim Seo-yeon, false",
    "Anna Meier, Otto Meier, false"
  })
  void knowsASlipFromAnotherPerson(String one, String other, boolean similar) {
    assertEquals(similar, NameLikeness.similar(one, other));
  }
}
