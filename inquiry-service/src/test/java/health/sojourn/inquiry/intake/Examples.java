package health.sojourn.inquiry.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Bodies to send; each has its own e-mail address, so that tests don't meet by accident. */
public final class Examples {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Examples() {}

  public static ObjectNode inquiryOf(String email) {
    return json(
        """
        {"therapy":"allogeneic-msc-knee",
         "patient":{"givenName":"Greta","familyName":"Sommer","email":"%s",
           "country":"DE","language":"de","birthYear":1961},
         "condition":{"joint":"KNEE","side":"LEFT","kellgrenLawrence":3,"painNow":6,
           "sinceYear":2019,"treatmentsTried":["EXERCISE","NSAID"],"heightCm":172,"weightKg":84,
           "contraindications":[],"notes":"Stairs are bad."},
         "wishes":{"countries":["CO","MX"],"budget":{"amount":"8000.00","currency":"USD"},
           "languages":["de","en"],"from":"2027-02-01"},
         "consents":[{"purpose":"CONTACT","textVersion":"2026-11"},
           {"purpose":"SHARE_HEALTH_DATA_WITH_CLINICS","textVersion":"2026-11",
            "countries":["CO","MX"]}],
         "disclosures":[{"kind":"COMMISSION","textVersion":"2026-11"},
           {"kind":"UNPROVEN_THERAPY","textVersion":"2026-11"}]}
        """
            .formatted(email));
  }

  /** The example with one change. */
  static ObjectNode inquiryBut(String email, Consumer<ObjectNode> change) {
    ObjectNode inquiry = inquiryOf(email);
    change.accept(inquiry);
    return inquiry;
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a value, given as JSON, at a pointer; null removes what is there. */
  static Consumer<ObjectNode> at(String pointer, String value) {
    return inquiry -> {
      int last = pointer.lastIndexOf('/');
      ObjectNode parent = (ObjectNode) inquiry.at(pointer.substring(0, last));
      String name = pointer.substring(last + 1);
      if (value == null) {
        parent.remove(name);
      } else {
        parent.set(name, tree(value));
      }
    };
  }

  private static JsonNode tree(String value) {
    try {
      return JSON.readTree(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
