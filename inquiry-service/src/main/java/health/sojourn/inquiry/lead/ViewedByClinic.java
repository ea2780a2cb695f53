package health.sojourn.inquiry.lead;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import health.sojourn.messaging.Contract;
import health.sojourn.messaging.Envelope;
import health.sojourn.messaging.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** {@code lead-viewed} from the provider-service. */
@ApplicationScoped
class ViewedByClinic implements EventHandler<ViewedByClinic.Answer> {
  private static final Contract CONTRACT =
      Contract.v1("provider.answers", "provider", "lead-viewed");

  private final ClinicAnswers answers;

  ViewedByClinic(ClinicAnswers answers) {
    this.answers = answers;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(UUID leadId, String clinic, Instant at) {}

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
    answers.viewed(event.leadId(), event.clinic(), event.at());
  }
}
