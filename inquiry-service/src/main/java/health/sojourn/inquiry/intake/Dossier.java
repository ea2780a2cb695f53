package health.sojourn.inquiry.intake;

import health.sojourn.inquiry.intake.InquiryCase.Condition;
import health.sojourn.inquiry.intake.InquiryCase.Wishes;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * The sealed half of an inquiry: who it is and what hurts, encrypted under the patient's own key.
 * Without the key the rest is noise, so erasing a patient is deleting this row.
 */
@Entity
@Table(name = "patient")
public class Dossier {
  @Id UUID id;

  /** The name of the master key that wraps the next one, and keys the patient's hashes. */
  String masterKey;

  byte[] wrappedKey;
  byte[] identity;
  byte[] health;

  /**
   * Who it is and how to reach them.
   *
   * @param contact who writes on the patient's behalf, or null
   */
  public record Identity(
      String givenName, String familyName, String email, String phone, Contact contact) {

    String wholeName() {
      return givenName + " " + familyName;
    }

    /** Where mail goes: to the person who wrote. */
    public String mailAddress() {
      return contact != null && contact.email() != null ? contact.email() : email;
    }
  }

  /** Somebody writing for the patient. */
  public record Contact(String relation, String givenName, String email) {}

  /** What was told about the condition and the wishes, with the free text. */
  public record Health(Condition condition, Wishes wishes, String notes) {}
}
