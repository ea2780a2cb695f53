package health.sojourn.inquiry.intake;

import health.sojourn.inquiry.privacy.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Seals and opens what is private about an inquiry. Who opens writes it into the audit log. */
@ApplicationScoped
public class Dossiers {
  private static final String IDENTITY = "identity";
  private static final String HEALTH = "health";

  private final EntityManager em;
  private final Vault vault;

  Dossiers(EntityManager em, Vault vault) {
    this.em = em;
    this.vault = vault;
  }

  @Transactional
  public Dossier.Identity identity(Inquiry inquiry) {
    Dossier dossier = em.find(Dossier.class, inquiry.patientId());
    return vault.open(
        dossier.id, dossier.wrappedKey, IDENTITY, dossier.identity, Dossier.Identity.class);
  }

  @Transactional
  public Dossier.Health health(Inquiry inquiry) {
    Dossier dossier = em.find(Dossier.class, inquiry.patientId());
    return vault.open(dossier.id, dossier.wrappedKey, HEALTH, dossier.health, Dossier.Health.class);
  }
}
