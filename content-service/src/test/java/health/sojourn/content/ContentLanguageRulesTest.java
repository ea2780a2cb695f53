package health.sojourn.content;

import health.sojourn.testing.LanguageRules;
import java.util.Set;

class ContentLanguageRulesTest extends LanguageRules {
  @Override
  protected Set<String> leftInEnglish() {
    // Programs read them.
    return Set.of("home/robots.txt", "home/sitemap.xml");
  }

  @Override
  protected Set<String> names() {
    return Set.of("doi", "PubMed");
  }
}
