package health.sojourn.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A complete inquiry of an invented person, to be sent as it is or broken on purpose. */
public final class NewInquiry {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String COUNTRIES =
      "[\"CO\",\"MX\",\"TR\",\"TH\",\"PA\",\"DE\",\"KR\",\"JP\"]";
  private static final String TEXT =
      """
      {"therapy":"allogeneic-msc-knee",
       "patient":{"givenName":"Test%1$s","familyName":"Person%1$s","email":"%2$s","country":"DE",
         "language":"en","birthYear":%3$d},
       "condition":{"joint":"KNEE","side":"LEFT","kellgrenLawrence":3,"painNow":6,"sinceYear":2019,
         "treatmentsTried":["EXERCISE","NSAID"],"heightCm":172,"weightKg":80,"contraindications":[]},
       "wishes":{"clinics":[],"countries":[],"languages":["en"]},
       "consents":[{"purpose":"CONTACT","textVersion":"2026-11"},
         {"purpose":"SHARE_HEALTH_DATA_WITH_CLINICS","textVersion":"2026-11","countries":%4$s}],
       "disclosures":[{"kind":"COMMISSION","textVersion":"2026-11"},
         {"kind":"UNPROVEN_THERAPY","textVersion":"2026-11"},
         {"kind":"NO_LEGAL_BASIS","textVersion":"2026-11","countries":%4$s}],
       "seen":{"article":"allogeneic-msc-knee","articleVersion":1}}
      """;

  private final ObjectNode tree;

  private NewInquiry(ObjectNode tree) {
    this.tree = tree;
  }

  /** Somebody who never wrote before. */
  static NewInquiry ofSomebodyNew() {
    int number = COUNT.incrementAndGet();
    return of(number, "patient-%s-%d@example.org".formatted(letters(number), System.nanoTime()));
  }

  /** Somebody with a name and an age that follow from a number. */
  public static NewInquiry of(int number, String email) {
    String word = letters(number);
    try {
      String text = TEXT.formatted(word, email, 1940 + number % 40, COUNTRIES);
      return new NewInquiry((ObjectNode) JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public NewInquiry with(Consumer<ObjectNode> change) {
    ObjectNode copy = tree.deepCopy();
    change.accept(copy);
    return new NewInquiry(copy);
  }

  public String json() {
    return tree.toString();
  }

  public String email() {
    return tree.at("/patient/email").asText();
  }

  /** Names must not resemble each other, or they are suspected to be one person. */
  private static String letters(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number * 7919 + 1; rest > 0; rest /= 26) {
      word.append((char) ('a' + rest % 26));
    }
    return word.toString();
  }
}
