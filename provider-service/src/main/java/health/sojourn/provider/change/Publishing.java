package health.sojourn.provider.change;

import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.verification.Attribute;
import health.sojourn.provider.verification.Fact;
import health.sojourn.provider.verification.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * The one way by which a checked fact gets before patients: what must hold for all of them, such as
 * that a text promises nothing, is asked here. History and the other services learn of it in the
 * same transaction.
 */
@ApplicationScoped
class Publishing {
  @Inject Clinics clinics;

  @Transactional(Transactional.TxType.MANDATORY)
  void publish(Attribute attribute, Fact fact, Reason reason) {
    clinics.change(
        attribute.clinic(),
        reason,
        clinic -> clinic.state(attribute.therapy(), attribute.name(), fact));
  }
}
