package health.sojourn.inquiry.privacy;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** One hash by which a patient can be found; see {@link Fingerprints}. */
@Entity
@Table(name = "patient_mark")
@IdClass(Mark.Key.class)
public class Mark {
  @Id public UUID patientId;

  @Id
  @Enumerated(EnumType.STRING)
  public Marks.Kind kind;

  @Id public byte[] hash;

  /** All of it. */
  public static class Key implements Serializable {
    public UUID patientId;
    public Marks.Kind kind;
    public byte[] hash;
  }
}
