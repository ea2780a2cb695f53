package health.sojourn.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import health.sojourn.e2e.WebPages.WebPage;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whoever comes, with whatever they have: every page can be read, reached and used. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookIT {
  private static final Path PICTURES = Path.of("target/screenshots");
  private static final int DESKTOP = 1280;
  private static final int PHONE = 360;

  /** What is left of a desktop's width when it is zoomed to 200 and to 400 percent. */
  private static final List<Integer> ZOOMED = List.of(DESKTOP / 2, DESKTOP / 4);

  /** The most room between letters, words and lines that has to do no harm (WCAG 2.2, 1.4.12). */
  private static final String SPACED =
      """
      (() => {
        const spaced = new CSSStyleSheet();
        spaced.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; '
          + 'word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
        document.adoptedStyleSheets = [spaced];
      })()
      """;

  private static final String CUT_OFF =
      """
      [...document.querySelectorAll('main *')].filter(e => e.checkVisibility()
        && !e.closest('.visually-hidden, thead, svg, meter, select, textarea')
        && /hidden|clip/.test(getComputedStyle(e).overflow)
        && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
        .map(e => e.outerHTML.slice(0, 100)).join()
      """;

  private Chromium chromium;
  private Visitor visitor;
  private String axe;

  @BeforeAll
  void startChromium() throws IOException {
    chromium = Chromium.start("chromium-look");
    visitor = new Visitor(chromium);
    Sojourn.platform();
    try (InputStream script = LookIT.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(script.readAllBytes(), StandardCharsets.UTF_8) + ";0";
    }
  }

  @AfterAll
  void stopChromium() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void everyPageIsAccessibleInLightAndDarkOnADesktopAndOnAPhoneAndInSpanish() throws IOException {
    NewInquiry asked = NewInquiry.ofSomebodyNew();
    JsonPath inquiry = Api.send(asked);
    JsonPath leads =
        Awaitility.await()
            .until(() -> Leads.of(inquiry.getString("id")), l -> !l.getList("items").isEmpty());
    String clinic = leads.getString("items[0].clinic");
    String lead = leads.getString("items[0].id");
    String reference = inquiry.getString("reference");
    Awaitility.await().until(() -> Leads.atClinic(clinic, lead) == 1);

    List<String> faults = new ArrayList<>();
    // As by the link in the clinic's mail, through the sign-in.
    visitor.signIn(Api.coordinatorOf(clinic), "/clinic-desk/leads/" + lead);
    examine("clinic-desk-lead-offered", faults);
    Leads.quote(clinic, lead);

    WebPages pages = new WebPages(reference, clinic, lead);
    Map<String, List<WebPage>> byVisitor = new TreeMap<>();
    for (List<WebPage> some : List.of(pages.all(), pages.states())) {
      some.forEach(page -> byVisitor.computeIfAbsent(page.who(), w -> new ArrayList<>()).add(page));
    }
    for (Map.Entry<String, List<WebPage>> visit : byVisitor.entrySet()) {
      chromium.forgetCookies();
      if (visit.getKey().equals("patient")) {
        visitor.openTheTrackingPage(asked.email(), reference);
      } else if (!visit.getKey().equals("everybody")) {
        visitor.signIn(visit.getKey(), visit.getValue().get(0).path());
      }
      for (WebPage page : visit.getValue()) {
        chromium.open(Sojourn.url() + page.path());
        if (chromium.evaluate("document.contentType").asText().equals("text/html")) {
          examine(page.name(), faults);
        }
      }
      for (WebPage page : visit.getValue()) {
        examineInSpanish(page, faults);
      }
    }
    chromium.forgetCookies();
    chromium.open(Sojourn.url() + "/inquiries/new");
    chromium.leave("document.querySelector('form[action=\"/inquiries\"]').requestSubmit()");
    assertTrue(chromium.evaluate("!!document.querySelector('.error-summary')").asBoolean());
    examine("inquiries-new-with-errors", faults);
    assertEquals(List.of(), faults);
  }

  @Test
  void onPaperTheWaysThroughTheSiteAreGoneAndLinksSayWhereTheyLead() throws IOException {
    for (String path : List.of("/therapies/allogeneic-msc-knee", "/clinics/demo-bogota")) {
      chromium.show(800, 1100, true);
      chromium.open(Sojourn.url() + path);
      chromium.showPrinted();
      for (String hidden : List.of(".site-nav", ".site-footer nav", ".actions")) {
        String shown =
            "[...document.querySelectorAll('%s')].filter(e => e.checkVisibility()).length";
        assertEquals(0, chromium.evaluate(shown.formatted(hidden)).asInt(), hidden + " on " + path);
      }
      String silent =
          """
          [...document.querySelectorAll('main a[href^="http"]')]
            .filter(a => !getComputedStyle(a, '::after').content.includes(a.getAttribute('href')))
            .length
          """;
      assertEquals(0, chromium.evaluate(silent).asInt(), path);
      assertEquals(
          "rgb(255, 255, 255)",
          chromium.evaluate("getComputedStyle(document.documentElement).backgroundColor").asText());
      chromium.screenshot(PICTURES.resolve("print" + path.replace('/', '-') + ".png"));
    }
  }

  @Test
  void theReadersOwnColoursAndContrastAreKept() throws IOException {
    chromium.show(DESKTOP, 900, false);
    chromium.open(Sojourn.url() + "/ui/parts");
    chromium.prefer(Map.of("prefers-contrast", "more"));
    assertEquals(
        styleOf("html", "color"), styleOf(".hint", "color"), "quiet text is as strong as other");
    chromium.screenshot(PICTURES.resolve("more-contrast.png"));
    chromium.prefer(Map.of("forced-colors", "active"));
    assertTrue(
        chromium.evaluate("matchMedia('(forced-colors: active)').matches").asBoolean(),
        "the browser can force colours");
    assertNotEquals(
        styleOf(".bars-3 i", "backgroundColor"),
        styleOf(".bars:not([class*=bars-]) i", "backgroundColor"),
        "a level's bars still differ");
    for (String edged : List.of(".pill", ".stance", "button", "input", ".banner", ".consent")) {
      assertNotEquals("none", styleOf(edged, "borderTopStyle"), edged + " still has an edge");
    }
    chromium.screenshot(PICTURES.resolve("forced-colours.png"));
  }

  @Test
  void theHeadOfALongTableStaysInSight() {
    chromium.show(DESKTOP, 600, false);
    chromium.open(Sojourn.url() + "/therapies/allogeneic-msc-knee");
    String top =
        """
        (() => {
          const table = document.querySelector('#trial-sizes table');
          scrollTo(0, scrollY + table.tBodies[0].getBoundingClientRect().top + 100);
          return table.tHead.rows[0].cells[0].getBoundingClientRect().top;
        })()
        """;
    assertEquals(0, chromium.evaluate(top).asInt());
  }

  private String styleOf(String selector, String property) {
    return chromium
        .evaluate("getComputedStyle(document.querySelector('%s')).%s".formatted(selector, property))
        .asText();
  }

  /** The page that is open, in every guise. */
  private void examine(String name, List<String> faults) throws IOException {
    chromium.evaluate(axe);
    for (int width : List.of(DESKTOP, PHONE)) {
      for (boolean dark : List.of(false, true)) {
        chromium.show(width, 900, dark, true);
        String guise = name + (width == PHONE ? "-phone" : "") + (dark ? "-dark" : "");
        isAccessible(guise, faults);
        fits(guise, width, faults);
        chromium.screenshot(PICTURES.resolve("pages/" + guise + ".png"));
      }
      chromium.evaluate("document.documentElement.dir = 'rtl'");
      fits(name + " from right to left", width, faults);
      if (width == PHONE) {
        chromium.screenshot(PICTURES.resolve("pages/" + name + "-phone-rtl.png"));
      }
      chromium.evaluate("document.documentElement.removeAttribute('dir')");
    }
    staysWhole(name, faults);
    assertFalse(
        chromium.evaluate("document.getAnimations().length > 0").asBoolean(),
        name + " moves although the reader asked for less");
  }

  /** Its words are longer. */
  private void examineInSpanish(WebPage page, List<String> faults) throws IOException {
    String name = page.name() + "-es";
    chromium.open(
        Sojourn.url() + page.path() + (page.path().contains("?") ? "&" : "?") + "lang=es");
    if (!chromium.evaluate("document.contentType").asText().equals("text/html")) {
      return;
    }
    if (!chromium.evaluate("document.documentElement.lang").asText().equals("es")) {
      faults.add(name + " is not in Spanish");
    }
    chromium.evaluate(axe);
    for (int width : List.of(DESKTOP, PHONE)) {
      chromium.show(width, 900, false, true);
      fits(name, width, faults);
      chromium.screenshot(
          PICTURES.resolve("pages/" + name + (width == PHONE ? "-phone.png" : ".png")));
    }
    isAccessible(name, faults);
    staysWhole(name, faults);
  }

  private void isAccessible(String guise, List<String> faults) {
    JsonNode found =
        chromium.answer(
            """
            axe.run({resultTypes: ['violations']}).then(result => result.violations.flatMap(
              one => one.nodes.map(node => one.id + ' at ' + node.target.join(' ')
                + ': ' + node.failureSummary)))
            """);
    assertTrue(found.isArray(), guise + " could not be examined");
    found.forEach(fault -> faults.add(guise + ": " + fault.asText()));
  }

  /** Zoomed, and with the room between letters that some readers set. */
  private void staysWhole(String name, List<String> faults) {
    for (int width : ZOOMED) {
      chromium.show(width, 900, false, true);
      fits(name + " zoomed", width, faults);
    }
    chromium.evaluate(SPACED);
    for (int width : List.of(PHONE, DESKTOP)) {
      chromium.show(width, 900, false, true);
      fits(name + " spaced", width, faults);
      String cut = chromium.evaluate(CUT_OFF).asText();
      if (!cut.isEmpty()) {
        faults.add(name + " spaced on " + width + " cuts off " + cut);
      }
    }
    chromium.evaluate("document.adoptedStyleSheets = []");
  }

  private void fits(String guise, int width, List<String> faults) {
    int wide = chromium.evaluate("document.documentElement.scrollWidth").asInt();
    if (wide > width) {
      faults.add("%s is %d wide on %d".formatted(guise, wide, width));
    }
  }
}
