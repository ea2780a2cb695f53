package health.sojourn.defaults;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;

/** Where each process of the platform answers who operates it, by its short name. */
@ConfigMapping(prefix = "sojourn.management")
public interface ManagementAddresses {

  /** By {@code gateway}, {@code content}, {@code provider} and {@code inquiry}. */
  @WithParentName
  Map<String, URI> byName();
}
