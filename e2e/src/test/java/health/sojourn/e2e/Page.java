package health.sojourn.e2e;

import java.net.URI;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A page as it arrived in a {@link Browser}. */
record Page(Browser browser, URI uri, int status, Document html) {

  String text() {
    return html.body().text();
  }

  String title() {
    return html.title();
  }

  /** The first link whose address contains this. */
  Page follow(String partOfAddress) {
    Element link = html.selectFirst("a[href*=\"%s\"]".formatted(partOfAddress));
    if (link == null) {
      throw new AssertionError("No link to " + partOfAddress + " on " + this);
    }
    return browser.open(link.absUrl("href"));
  }

  /** The first form whose address contains this. */
  Form form(String partOfAction) {
    return html.select("form").stream()
        .map(FormElement.class::cast)
        .filter(form -> form.attr("action").contains(partOfAction))
        .findFirst()
        .map(form -> new Form(this, form))
        .orElseThrow(() -> new AssertionError("No form for " + partOfAction + " on " + this));
  }

  @Override
  public String toString() {
    return "%s (%d, \"%s\"):%n%s".formatted(uri, status, title(), html.body().wholeText());
  }
}
