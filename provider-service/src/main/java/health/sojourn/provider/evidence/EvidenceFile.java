package health.sojourn.provider.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file that shows something, without what is in it. */
@Schema(name = "Evidence")
public record EvidenceFile(
    UUID id,
    @Schema(description = "As its sender called it", maxLength = 120) String name,
    @Schema(description = "By its content") FileType type,
    @Schema(description = "In bytes") int size,
    @JsonIgnore String clinic) {

  @JsonIgnore
  public String address() {
    return "/api/v1/clinics/" + clinic + "/evidence/" + id;
  }

  /** In kilobytes, at least one. */
  @JsonIgnore
  public int kilobytes() {
    return Math.max(1, Math.round(size / 1024f));
  }
}
