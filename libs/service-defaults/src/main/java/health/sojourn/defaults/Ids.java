package health.sojourn.defaults;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The source of new ids: UUIDv7 (RFC 9562), so that ids sort by the time they were made. */
@ApplicationScoped
public class Ids {
  private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

  public UUID next() {
    return generator.generate();
  }
}
