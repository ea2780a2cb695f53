package health.sojourn.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Hands without a mouse: real keys only. Wherever they come, what has the focus has to be in sight,
 * marked and not covered, one thing after the other in the order one reads.
 */
final class Keyboard extends Hands {
  /** More than any page has places to stop at. */
  private static final int FOR_EVER = 400;

  private static final String STOP =
      """
      (() => {
        const at = document.activeElement;
        if (!at || at === document.body || at === document.documentElement) return null;
        const look = getComputedStyle(at), lines = [...at.getClientRects()];
        const box = lines.find(line => line.width > 0 && line.height > 0) || new DOMRect();
        const whole = at.getBoundingClientRect();
        const shown = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
        const inside = box.width > 0 && box.left >= -1 && box.right <= innerWidth + 1
          && shown >= Math.min(box.height, 24) - 1;
        const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
        const y = Math.max(box.top, 0) + Math.min(box.height, shown, 24) / 2;
        const top = document.elementFromPoint(x, y);
        window.stops = window.stops || new Map();
        if (!stops.has(at)) stops.set(at, stops.size);
        return {
          id: at.type === 'radio' ? 'radios ' + at.name : 'stop ' + stops.get(at),
          what: at.outerHTML.slice(0, 160),
          marked: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2,
          inside: inside,
          bare: !!top && (at.contains(top) || top.contains(at) && top.matches('label, summary, a')),
          top: whole.top + scrollY, bottom: whole.bottom + scrollY,
          left: whole.left, right: whole.right
        };
      })()
      """;

  Keyboard(Chromium chromium, String who) {
    super(chromium, "keyboard", who);
  }

  @Override
  void fill(String field, String text) {
    reach("[name=\"%s\"]".formatted(field));
    type(text);
  }

  void type(String text) {
    text.chars().forEach(c -> chromium.press(c == ' ' ? "Space" : Character.toString(c)));
  }

  @Override
  void choose(String field, String value) {
    String one = "[name=\"%s\"]".formatted(field);
    if (has("select" + one)) {
      reach(one);
      moveTo(value);
    } else if (has("[type=radio]" + one)) {
      reach(one);
      chromium.press("Space");
      moveTo(value);
    } else {
      reach(one + "[value=\"%s\"]".formatted(value));
      chromium.press("Space");
    }
  }

  @Override
  protected void use(String selector) {
    reach(selector);
    chromium.press("Enter");
  }

  /**
   * Goes once through the whole page and back, and takes the short way past what all pages share.
   */
  @Override
  protected void examine() {
    if (stop() != null) {
      walk("Tab"); // Pages that came back begin at their errors; these walks, at the top.
    }
    List<String> there = walk("Tab");
    List<String> back = walk("Shift+Tab");
    Collections.reverse(back);
    assertEquals(there, back, "the way back is another on " + address());
    chromium.press("Tab");
    assertTrue(focusIn(".skip"), "the first stop leads past what all pages share");
    chromium.press("Enter");
    chromium.press("Tab");
    assertTrue(focusIn("main") || !has("main :is(a, button, input)"), "and arrives: " + address());
  }

  /** Until the page is through; whoever does not get out is trapped. */
  private List<String> walk(String key) {
    List<String> stops = new ArrayList<>();
    JsonNode last = null;
    while (true) {
      chromium.press(key);
      JsonNode stop = stop();
      if (stop == null) {
        return stops;
      }
      if (last != null && key.equals("Tab")) {
        isAfter(stop, last);
      }
      stops.add(stop.path("id").asText());
      last = stop;
      assertTrue(stops.size() < FOR_EVER, () -> "no way out of " + address() + ": " + stops);
    }
  }

  /** Goes there, forward or back, looking at every stop on the way. */
  void reach(String selector) {
    for (int steps = 0; !focusIn(selector); steps++) {
      assertTrue(steps < FOR_EVER, "not to be reached on " + address() + ": " + selector);
      chromium.press(isBehind(selector) ? "Shift+Tab" : "Tab");
      stop();
    }
  }

  private void moveTo(String value) {
    for (int steps = 0; !chosen().equals(value); steps++) {
      assertTrue(steps < FOR_EVER, "no such choice: " + value);
      String before = chosen();
      chromium.press("ArrowDown");
      assertNotEquals(before, chosen(), "the arrow moves on");
    }
  }

  private String chosen() {
    return chromium.evaluate("document.activeElement.value").asText();
  }

  private boolean isBehind(String selector) {
    return chromium
        .evaluate(
            """
            document.activeElement !== document.body && !!(document.activeElement
              .compareDocumentPosition(document.querySelector('%s'))
              & Node.DOCUMENT_POSITION_PRECEDING)
            """
                .formatted(selector))
        .asBoolean();
  }

  private boolean focusIn(String selector) {
    return chromium
        .evaluate("!!document.activeElement.closest('%s')".formatted(selector))
        .asBoolean();
  }

  /** Where the focus is now, null where it has left the page. */
  private JsonNode stop() {
    JsonNode stop = chromium.evaluate(STOP);
    if (!stop.isObject()) {
      return null;
    }
    if (address().startsWith("/auth/")) {
      return stop; // The identity provider's own page.
    }
    String where = " on " + address() + ": " + stop.path("what").asText();
    assertTrue(stop.path("inside").asBoolean(), "out of sight" + where);
    assertTrue(stop.path("marked").asBoolean(), "not marked" + where);
    assertTrue(stop.path("bare").asBoolean(), "covered" + where);
    return stop;
  }

  /** One line after the other; up again only where the next column begins. */
  private static void isAfter(JsonNode stop, JsonNode last) {
    boolean up = stop.path("bottom").asDouble() <= last.path("top").asDouble();
    boolean back = stop.path("left").asDouble() < last.path("right").asDouble();
    assertTrue(!up || !back, () -> "jumps from " + last.path("what") + " to " + stop.path("what"));
  }
}
