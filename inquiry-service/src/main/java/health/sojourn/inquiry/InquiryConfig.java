package health.sojourn.inquiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What an operator can decide about this service. */
@ConfigMapping(prefix = "sojourn")
public interface InquiryConfig {

  /** Where people reach the platform; links in mails and answers start with it. */
  @WithDefault("http://localhost:8080")
  URI publicUrl();

  /** Loads invented inquiries into an empty database. Never in production. */
  @WithDefault("false")
  boolean demo();

  /**
   * The key-encryption key: 32 random bytes in base64. It wraps every patient's key and keys the
   * hashes by which people are found; who loses it loses the data.
   */
  String masterKey();

  /**
   * The one before, while what it wraps is wrapped anew. It only opens and finds; nothing new is
   * sealed with it.
   */
  Optional<String> masterKeyBefore();

  Duplicates duplicates();

  /** When two inquiries are the same person's. */
  interface Duplicates {
    /** How many days back an earlier inquiry counts. */
    @WithDefault("180")
    int windowDays();
  }

  Office office();

  /** The facilitators' office: what found no clinic is reviewed in its business time. */
  interface Office {
    @WithDefault("Europe/Berlin")
    ZoneId zone();

    /** Days on which nobody is there, as ISO dates. */
    Optional<List<LocalDate>> holidays();

    /** Who owns what found no clinic, until a facilitator takes it. */
    @WithDefault("facilitators")
    String owner();
  }
}
