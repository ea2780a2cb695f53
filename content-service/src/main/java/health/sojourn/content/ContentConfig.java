package health.sojourn.content;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What can be set for this service, beside what all services have in common. */
@ConfigMapping(prefix = "sojourn.content")
public interface ContentConfig {

  /** The articles published at start: folders under {@code articles/}, {@code slug/language}. */
  @WithDefault("allogeneic-msc-knee/en")
  List<String> articles();

  /** The operator's address for complaints and corrections; the pages say so if there is none. */
  Optional<String> contact();
}
