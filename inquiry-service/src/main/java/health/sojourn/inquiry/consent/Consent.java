package health.sojourn.inquiry.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One person's agreement to one purpose, with the text they read. It is never changed except that
 * it can be withdrawn, once and for good.
 */
@Entity
@Table(name = "consent")
public class Consent {
  @Id private UUID id;
  private UUID inquiryId;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  private String[] countries;
  private String textVersion;
  private String language;
  private String channel;
  private String recordedBy;
  private Instant givenAt;
  private Instant withdrawnAt;

  protected Consent() {}

  /**
   * @param countries who may receive it; empty where the purpose names nobody
   * @param language of the text that was shown
   * @param channel how it was given, such as {@code FORM} or {@code PHONE}
   * @param recordedBy who wrote down what was said, or null if the patient ticked it
   */
  public Consent(
      UUID id,
      UUID inquiryId,
      Purpose purpose,
      List<String> countries,
      String textVersion,
      String language,
      String channel,
      String recordedBy,
      Instant givenAt) {
    this.id = id;
    this.inquiryId = inquiryId;
    this.purpose = purpose;
    this.countries = countries.toArray(String[]::new);
    this.textVersion = textVersion;
    this.language = language;
    this.channel = channel;
    this.recordedBy = recordedBy;
    this.givenAt = givenAt;
  }

  public boolean holds() {
    return withdrawnAt == null;
  }

  void withdraw(Instant at) {
    withdrawnAt = at;
  }

  public Purpose purpose() {
    return purpose;
  }

  public List<String> countries() {
    return List.of(countries);
  }

  public String textVersion() {
    return textVersion;
  }

  /** Of the text that was shown. */
  public String language() {
    return language;
  }

  public Instant givenAt() {
    return givenAt;
  }

  /** Null while it holds. */
  public Instant withdrawnAt() {
    return withdrawnAt;
  }
}
