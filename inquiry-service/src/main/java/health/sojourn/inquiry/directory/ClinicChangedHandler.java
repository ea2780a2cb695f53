package health.sojourn.inquiry.directory;

import health.sojourn.messaging.Contract;
import health.sojourn.messaging.Envelope;
import health.sojourn.messaging.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the directory as the provider-service tells it. */
@ApplicationScoped
class ClinicChangedHandler implements EventHandler<Clinic> {
  private static final Contract CONTRACT =
      Contract.stateV1("provider.clinics", "provider", "clinic-changed");

  private final Directory directory;

  ClinicChangedHandler(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Contract contract() {
    return CONTRACT;
  }

  @Override
  public Class<Clinic> payload() {
    return Clinic.class;
  }

  @Override
  public void handle(Clinic clinic, Envelope envelope) {
    directory.put(clinic);
  }

  @Override
  public void removed(Envelope envelope) {
    directory.remove(envelope.subject());
  }
}
