package health.sojourn.inquiry.form;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/**
 * The form as it was filled in, kept as typed so that it can be shown again. Fields are named like
 * the places in the API's body: {@code patient.email} is {@code /patient/email}.
 */
public record Filled(MultivaluedMap<String, String> fields) {

  static Filled empty(String therapy, String clinic) {
    MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
    fields.putSingle("therapy", therapy);
    if (clinic != null) {
      fields.putSingle("wishes.clinics", clinic);
    }
    return new Filled(fields);
  }

  /** What was typed, without space around it; null if nothing. */
  public String value(String field) {
    String typed = fields.getFirst(field);
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  /** Everything that was ticked. */
  public List<String> values(String field) {
    List<String> ticked = fields.get(field);
    return ticked == null
        ? List.of()
        : ticked.stream().filter(each -> each != null && !each.isBlank()).toList();
  }

  boolean has(String... names) {
    for (String name : names) {
      if (value(name) != null) {
        return true;
      }
    }
    return false;
  }
}
