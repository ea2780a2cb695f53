package health.sojourn.defaults;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How large a request's body may be: text is read as a whole and has to be small; where files are
 * sent, as large as the server takes at all.
 */
@Singleton
public class BodyLimits {
  private final long text;
  private final long file;
  private final List<Pattern> uploads;

  BodyLimits(
      @ConfigProperty(name = "sojourn.text-body-size") MemorySize text,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> file,
      @ConfigProperty(name = "sojourn.uploads") Optional<List<String>> uploads) {
    this.text = text.asLongValue();
    this.file = file.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
    this.uploads = uploads.orElse(List.of()).stream().map(Pattern::compile).toList();
  }

  /** In bytes, for a raw path without query. */
  public long of(String path) {
    boolean upload = uploads.stream().anyMatch(it -> it.matcher(path).matches());
    return upload ? file : text();
  }

  /** In bytes, for a body that says neither what it is nor how long. */
  public long text() {
    return Math.min(text, file);
  }
}
