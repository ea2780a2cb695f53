package health.sojourn.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody at the real browser who does what can be done there, each in a way of their own. */
abstract class Hands implements AutoCloseable {
  protected final Chromium chromium;
  private final Path pictures;
  private final String who;
  private int seen;

  /**
   * @param way names the folder of the pictures
   */
  protected Hands(Chromium chromium, String way, String who) {
    this.chromium = chromium;
    this.pictures = Path.of("target/screenshots", way);
    this.who = who;
    chromium.show(1280, 900, false, true);
  }

  /** Types into the field of this name. */
  abstract void fill(String field, String text);

  /** Chooses this value in a select, of radios, or one more of checkboxes. */
  abstract void choose(String field, String value);

  /** Goes to what this selector finds first and uses it, as a link or a button. */
  protected abstract void use(String selector);

  /** What else there is to look at on a page that has just come. */
  protected abstract void examine();

  void open(String address) {
    chromium.open(address.startsWith("/") ? Sojourn.url() + address : address);
  }

  /** The first link whose address contains this, to another page. */
  void follow(String partOfAddress) {
    chromium.leave(() -> use("a[href*=\"%s\"]".formatted(partOfAddress)));
  }

  /** A link within the page. */
  void jump(String fragment) {
    use("a[href=\"#%s\"]".formatted(fragment));
  }

  /** The first form whose address contains this. */
  void send(String partOfAction) {
    chromium.leave(
        () ->
            use(
                "form[action*=\"%s\"] :is(button:not([type=button]), input[type=submit])"
                    .formatted(partOfAction)));
  }

  /** What stands in this heading, banner or other place. */
  String read(String selector) {
    return chromium
        .evaluate("(document.querySelector('%s') || {}).innerText || ''".formatted(selector))
        .asText();
  }

  /** What stands in a field; of several with this name, in the first that fits. */
  String value(String field, String fitting) {
    return chromium
        .evaluate("document.querySelector('[name=\"%s\"]%s').value".formatted(field, fitting))
        .asText();
  }

  String value(String field) {
    return value(field, "");
  }

  /** The names of boxes that begin like this. */
  List<String> boxes(String prefix) {
    String names =
        "[...document.querySelectorAll('[type=checkbox][name^=\"%s\"]')].map(e => e.name)";
    List<String> found = new ArrayList<>();
    chromium.evaluate(names.formatted(prefix)).forEach(name -> found.add(name.asText()));
    return found;
  }

  /** Where the link with these words leads. */
  String leadsTo(String words) {
    String link =
        "[...document.querySelectorAll('a')].find(a => a.innerText.includes('%s')).pathname";
    return chromium.evaluate(link.formatted(words)).asText();
  }

  String address() {
    return chromium.evaluate("location.pathname + location.search").asText();
  }

  boolean has(String selector) {
    return chromium.evaluate("!!document.querySelector('%s')".formatted(selector)).asBoolean();
  }

  /** What pages wrote into the console as errors; a form sent back is none. */
  List<String> complaints() {
    return chromium.complaints().stream().filter(one -> !one.contains("status of 422")).toList();
  }

  /** Looks at the page that has just come, and keeps a picture of it. */
  void look(String name) {
    int width = chromium.evaluate("innerWidth").asInt();
    int wide = chromium.evaluate("document.documentElement.scrollWidth").asInt();
    assertTrue(wide <= width, "%s is %d wide on %d".formatted(name, wide, width));
    picture(name);
    examine();
  }

  void picture(String name) {
    try {
      chromium.screenshot(pictures.resolve("%s-%02d-%s.png".formatted(who, ++seen, name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    chromium.close();
  }
}
