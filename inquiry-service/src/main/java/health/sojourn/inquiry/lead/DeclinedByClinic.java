package health.sojourn.inquiry.lead;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import health.sojourn.messaging.Contract;
import health.sojourn.messaging.Envelope;
import health.sojourn.messaging.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** {@code lead-declined} from the provider-service. */
@ApplicationScoped
class DeclinedByClinic implements EventHandler<DeclinedByClinic.Answer> {
  private static final Contract CONTRACT =
      Contract.v1("provider.answers", "provider", "lead-declined");

  private final ClinicAnswers answers;

  DeclinedByClinic(ClinicAnswers answers) {
    this.answers = answers;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(UUID leadId, String clinic, Instant at, String reason) {}

  @Override
  public Contract contract() {
    return CONTRACT;
  }

  @Override
  public Class<Answer> payload() {
    return Answer.class;
  }

  @Override
  public void handle(Answer event, Envelope envelope) {
    answers.declined(event.leadId(), event.clinic(), event.reason(), event.at());
  }
}
