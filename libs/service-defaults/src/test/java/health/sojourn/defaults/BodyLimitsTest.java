package health.sojourn.defaults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BodyLimitsTest {
  private final BodyLimits limits = limits(Optional.of(List.of("/clinics/[^/]+/evidence")));

  @Test
  void onlyWhereFilesAreSentABodyMayBeAsLargeAsOne() {
    assertEquals(1100, limits.of("/clinics/demo/evidence"));
    for (String path : List.of("/clinics/demo", "/clinics/a/b/evidence", "/evidence", "/")) {
      assertEquals(100, limits.of(path), path);
    }
  }

  @Test
  void withoutUploadsEverythingIsSmall() {
    assertEquals(100, limits(Optional.empty()).of("/clinics/demo/evidence"));
  }

  private static BodyLimits limits(Optional<List<String>> uploads) {
    return new BodyLimits(size(100), Optional.of(size(1100)), uploads);
  }

  private static MemorySize size(long bytes) {
    return new MemorySize(BigInteger.valueOf(bytes));
  }
}
