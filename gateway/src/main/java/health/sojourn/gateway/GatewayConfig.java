package health.sojourn.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** All that can be set about the gateway, apart from Quarkus's own properties. */
@ConfigMapping(prefix = "sojourn")
public interface GatewayConfig {

  /** The address browsers and partners use. */
  URI publicUrl();

  /** Where each upstream listens, by name. Only scheme, host and port are used. */
  Map<String, URI> upstream();

  /**
   * Which path prefixes go to which upstream, by the same names. The longest prefix wins; {@code /}
   * is the front page only. Anything else is the gateway's own or unknown.
   */
  Map<String, List<String>> routes();

  Gateway gateway();

  Cache cache();

  Quota quota();

  /** Limits of the proxy. */
  interface Gateway {
    /** How long a connection to an upstream may take to be made. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long an upstream may be silent before the caller gets a 504. */
    @WithDefault("30s")
    Duration answerTimeout();

    /** Connections kept to each upstream, at most. */
    @WithDefault("256")
    int connections();
  }

  /** What the gateway keeps of public answers. */
  interface Cache {
    /** How long an answer is shown at most, however long it may be by its own word; 0 for never. */
    @WithDefault("10s")
    Duration longest();

    /** How much is kept in memory, at most. */
    @WithDefault("16M")
    MemorySize size();
  }

  /** Limits of callers. */
  interface Quota {
    /** Inquiries one address may create in a minute; 0 for no limit. */
    @WithDefault("60")
    int addressPerMinute();
  }
}
