package health.sojourn.inquiry.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Something a person was told and said they had read. */
@Entity
@Table(name = "disclosure")
public class Disclosure {
  @Id public UUID id;
  public UUID inquiryId;

  @Enumerated(EnumType.STRING)
  public DisclosureKind kind;

  public String[] countries;
  public String textVersion;
  public String language;
  public String channel;
  public String recordedBy;
  public Instant acknowledgedAt;
}
