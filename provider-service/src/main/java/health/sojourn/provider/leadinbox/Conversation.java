package health.sojourn.provider.leadinbox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What clinic, patient and facilitator wrote about one lead, oldest first. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "Conversation")
public record Conversation(List<Message> items) {

  public Conversation {
    items = items == null ? List.of() : List.copyOf(items);
  }

  /**
   * @param from CLINIC, PATIENT or FACILITATOR; text, because others may be added
   * @param released whether a facilitator has let it through to the other side
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "Message")
  public record Message(
      UUID id,
      @Schema(examples = "CLINIC", maxLength = 20) String from,
      @Schema(maxLength = 4000) String text,
      Instant at,
      boolean released) {}
}
