package health.sojourn.provider.verification;

import health.sojourn.provider.verification.FactName.Subject;

/**
 * Which fact of which clinic, or of which of its offers.
 *
 * @param therapy of the offer it is about; null for the clinic's own
 */
public record Attribute(String clinic, String therapy, FactName name) {
  public Attribute {
    if ((name.subject() == Subject.OFFER) != (therapy != null)) {
      throw new IllegalArgumentException(name + " is not about " + clinic + " " + therapy);
    }
  }

  /** Below the clinic's address in the API. */
  public String path() {
    return (therapy == null ? "" : "/offers/" + therapy) + "/facts/" + name.apiName();
  }

  /** Below the page of its side, such as {@code /clinic-desk}. */
  public String page() {
    return "/facts/" + name.apiName() + (therapy == null ? "" : "?offer=" + therapy);
  }
}
