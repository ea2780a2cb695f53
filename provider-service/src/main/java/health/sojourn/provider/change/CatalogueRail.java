package health.sojourn.provider.change;

import health.sojourn.provider.expiry.ExpiringFacts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the rail of the catalogue counts: {@code cdi:catalogueRail}. */
@Named("catalogueRail")
@RequestScoped
public class CatalogueRail {
  @Inject Changes changes;
  @Inject ExpiringFacts expiring;

  public long waiting() {
    return changes.waiting();
  }

  public long expiring() {
    return expiring.count();
  }
}
