package health.sojourn.content.offering;

import health.sojourn.messaging.Contract;
import health.sojourn.messaging.Envelope;
import health.sojourn.messaging.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps the count of clinics: a suspended clinic lists nothing, a removed one is forgotten. */
@ApplicationScoped
public class ClinicChangedHandler implements EventHandler<ClinicChangedHandler.ClinicChanged> {
  private final ClinicOffers offers;

  ClinicChangedHandler(ClinicOffers offers) {
    this.offers = offers;
  }

  /** The fields of clinic-changed that are read here. */
  public record ClinicChanged(String slug, boolean suspended, List<Offer> offers) {}

  public record Offer(String therapy) {}

  @Override
  public Contract contract() {
    return Contract.stateV1("provider.clinics", "provider", "clinic-changed");
  }

  @Override
  public Class<ClinicChanged> payload() {
    return ClinicChanged.class;
  }

  @Override
  public void handle(ClinicChanged clinic, Envelope envelope) {
    offers.replace(
        clinic.slug(),
        clinic.suspended() || clinic.offers() == null
            ? List.of()
            : clinic.offers().stream().map(Offer::therapy).toList());
  }

  @Override
  public void removed(Envelope envelope) {
    offers.replace(envelope.subject(), List.of());
  }
}
