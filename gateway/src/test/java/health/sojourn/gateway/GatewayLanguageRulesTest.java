package health.sojourn.gateway;

import health.sojourn.testing.LanguageRules;
import java.util.Set;

class GatewayLanguageRulesTest extends LanguageRules {
  @Override
  protected Set<String> leftInEnglish() {
    return Set.of(
        "Developers/start.html",
        "ProblemPages/all.html",
        "ProblemPages/one.html",
        "admin/audit.html",
        "admin/dead-letter-list.html",
        "admin/one-dead-letter.html",
        "admin/overview.html",
        "admin/replayed.html");
  }
}
