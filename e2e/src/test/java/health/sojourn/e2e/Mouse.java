package health.sojourn.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

/** Hands that click on what they see, in a browser that runs no scripts. */
final class Mouse extends Hands {
  Mouse(Chromium chromium, String who) {
    super(chromium, "without-scripts", who);
    chromium.scripts(false);
  }

  @Override
  void fill(String field, String text) {
    use("[name=\"%s\"]".formatted(field));
    chromium.type(text);
  }

  @Override
  void choose(String field, String value) {
    String one = "[name=\"%s\"]".formatted(field);
    if (has("select" + one)) {
      // Its list opens outside the page, where no picture and no click of ours gets to.
      chromium.evaluate("document.querySelector('select%s').focus()".formatted(one));
      while (!chromium.evaluate("document.activeElement.value").asText().equals(value)) {
        chromium.press("ArrowDown");
      }
    } else {
      use(one + "[value=\"%s\"]".formatted(value));
    }
  }

  @Override
  protected void use(String selector) {
    JsonNode place =
        chromium.evaluate(
            """
            (() => {
              const it = [...document.querySelectorAll('%s')].find(e => e.checkVisibility());
              if (!it) return null;
              it.scrollIntoView({block: 'center', behavior: 'instant'});
              const box = it.getClientRects()[0];
              const x = Math.round(box.left + box.width / 2);
              const y = Math.round(box.top + box.height / 2);
              const top = document.elementFromPoint(x, y);
              return {x: x, y: y, bare: it.contains(top)};
            })()
            """
                .formatted(selector));
    assertTrue(
        place.path("bare").asBoolean(), "nothing to click on " + address() + ": " + selector);
    chromium.click(place.path("x").asInt(), place.path("y").asInt());
  }

  @Override
  protected void examine() {
    String idle =
        """
        [...document.querySelectorAll('main button[type=button], header button[type=button], a[href="#"]')]
          .filter(e => e.checkVisibility()).map(e => e.outerHTML).join()
        """;
    assertEquals("", chromium.evaluate(idle).asText(), "works with a script only, on " + address());
  }
}
