package health.sojourn.provider;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator sets for this service. */
@ConfigMapping(prefix = "sojourn")
public interface ProviderConfig {

  /** Loads invented clinics at the start, for trying things out. Never in production. */
  @WithDefault("false")
  boolean demo();

  /**
   * With demo data: how many more clinics to generate at the first start, for measuring the list.
   * Only this service knows them.
   */
  @WithDefault("0")
  int demoClinics();

  /** Where people reach the platform; the address written into mails. */
  @WithDefault("http://localhost:8080")
  String publicUrl();

  /** Who is named where somebody of the facilitators' office has checked a fact. */
  @WithDefault("Sojourn")
  String checkedBy();

  /**
   * How large a file of evidence may be. The limit of a request's body has to leave room for it.
   */
  @WithDefault("10M")
  MemorySize evidenceSize();

  /** The secret of the client {@code sojourn-people}; without it nobody can be invited. */
  @WithDefault("not-set")
  String peopleSecret();
}
