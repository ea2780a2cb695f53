package health.sojourn.web;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.http.FieldError;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Variant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The parts pages are made of")
class PartsTest {
  private static final String HOSTILE = TestPages.HOSTILE;

  @Inject Parts parts;
  @Inject Engine engine;

  Document page() {
    String html = parts.page().render();
    write(html, "parts.html");
    return Jsoup.parse(html);
  }

  Element part(String template, Object value) {
    Variant html = Variant.forContentType(Variant.TEXT_HTML);
    String page = engine.parse(template, html).data("value", value).render();
    return Jsoup.parseBodyFragment(page).body();
  }

  @Nested
  @DisplayName("on the living page")
  class OnTheLivingPage {
    @Test
    void everyTagIsShown() throws IOException {
      String shown = Files.readString(Path.of("src/main/resources/templates/web/parts_en.html"));
      String others = "factLevel facetChoice";
      try (Stream<Path> tags = Files.list(Path.of("src/main/resources/templates/tags"))) {
        tags.map(file -> file.getFileName().toString().replace(".html", ""))
            .filter(tag -> !others.contains(tag) && !tag.equals("fact"))
            .forEach(tag -> assertTrue(shown.contains("{#" + tag), tag));
      }
    }

    @Test
    void idsAreUniqueAndEveryReferenceArrives() {
      Document page = page();
      Set<String> ids = new HashSet<>();
      page.select("[id]").forEach(one -> assertTrue(ids.add(one.id()), one.id()));
      for (String attribute : List.of("for", "aria-describedby", "aria-labelledby")) {
        for (Element one : page.select("[" + attribute + "]")) {
          for (String id : one.attr(attribute).trim().split("\\s+")) {
            assertTrue(ids.contains(id), one.toString());
          }
        }
      }
      for (Element link : page.select("a[href^=#]")) {
        assertTrue(ids.contains(link.attr("href").substring(1)), link.toString());
      }
    }

    @Test
    void everyInputHasALabelAndTheDocumentItsBasics() {
      Document page = page();
      assertEquals("en", page.selectFirst("html").attr("lang"));
      assertEquals(1, page.select("h1").size());
      assertEquals(1, page.select("main").size());
      assertEquals("#main", page.selectFirst("body > a").attr("href"));
      assertNotNull(page.selectFirst("meta[name=viewport]"));
      for (Element input : page.select("input:not([type=hidden]), select, textarea")) {
        boolean labelled =
            input.closest("label") != null
                || page.selectFirst("label[for=" + input.id() + "]") != null;
        assertTrue(labelled, input.toString());
      }
      page.select("svg")
          .forEach(
              svg ->
                  assertTrue(
                      svg.hasAttr("aria-hidden") || svg.hasAttr("aria-labelledby"),
                      svg.toString()));
    }

    @Test
    void nothingNeedsAnInlineScriptOrStyle() {
      Document page = page();
      assertTrue(page.select("[style], style, script:not([src])").isEmpty());
      for (Element one : page.getAllElements()) {
        one.attributes().forEach(a -> assertFalse(a.getKey().startsWith("on"), one.toString()));
      }
    }

    @Test
    void staticFilesAreThereAndTheirAddressesCarryADigest() {
      Document page = page();
      String css = page.selectFirst("link[rel=stylesheet]").attr("href");
      assertTrue(css.matches("/ui/sojourn\\.css\\?v=[0-9a-f]{12}"), css);
      RestAssured.get(css)
          .then()
          .statusCode(200)
          .header("Cache-Control", containsString("immutable"));
      RestAssured.get("/ui/htmx.min.js").then().statusCode(200);
      RestAssured.get("/ui/sojourn.js").then().statusCode(200);
    }
  }

  @Nested
  @DisplayName("in their layouts")
  class InTheirLayouts {
    @Test
    void haveOneMainAWayToItAndATitle() {
      for (String layout : List.of("public", "desk", "bare")) {
        Document page = layout(layout, "title='Leads' desk='Facilitators'", "<h1>Leads</h1>");
        assertEquals("Leads – Sojourn", page.title());
        assertEquals("Leads", page.selectFirst("main#main h1").text());
        assertEquals("#main", page.selectFirst("body > a").attr("href"));
        assertEquals("en", page.selectFirst("html").attr("lang"));
      }
    }

    @Test
    void markTheSectionOneIsIn() {
      Document page = layout("public", "title='Clinics' section='clinics'", "");
      assertEquals("Clinics", page.select(".site-nav [aria-current]").text());
    }

    @Test
    void keepARailAndAWayOutOnADesk() {
      String rail =
          "{#rail}{#railLink href='/desk' label='All' count=3 current=true /}{/rail}<h1>All</h1>";
      Document page = layout("desk", "title='All' desk='Facilitators'", rail);
      assertEquals("All 3", page.select(".rail [aria-current=page]").text());
      assertEquals("/signout", page.selectFirst("form[method=post]").attr("action"));
      assertTrue(page.selectFirst("meta[name=htmx-config]").attr("content").contains("false"));
    }

    @Test
    void escapeWhatAProblemSays() {
      String answer = RestAssured.given().accept("text/html").get("/pages/wrong").asString();
      Document page = Jsoup.parse(answer);
      assertTrue(page.select("main script, main b, head script").isEmpty());
      assertEquals(HOSTILE, page.selectFirst(".lead").text());
      assertEquals(HOSTILE, page.selectFirst("main li").text());
    }

    private Document layout(String name, String parameters, String content) {
      String template = "{#include web/" + name + " " + parameters + "}" + content + "{/include}";
      String html = engine.parse(template, Variant.forContentType(Variant.TEXT_HTML)).render();
      write(html, name + ".html");
      return Jsoup.parse(html);
    }
  }

  @Test
  void whatIsInAnotherLanguageThanThePageSaysSo() {
    String chip = "{#factChip label='x' value=value level='1' source='s' %s/}";
    Element marked = part(chip.formatted("lang='fr' sourceLang='de'"), "local");
    assertEquals("local", marked.select("[lang=fr]").text());
    assertEquals("s", marked.select("[lang=de]").text());
    assertTrue(part(chip.formatted(""), "local").select("[lang]").isEmpty());
    String price = "{#priceRange min='1' included=value excluded=value lang='fr' /}";
    assertEquals(
        List.of("vol, nuit", "vol, nuit"),
        part(price, List.of("vol", "nuit")).select("[lang=fr]").eachText());
  }

  @Nested
  @DisplayName("with hostile text")
  class WithHostileText {
    @Test
    void partsEscapeIt() {
      List<String> templates =
          List.of(
              "{#factChip label=value value=value level='1' source=value checkedBy=value /}",
              "{#field name='a' label=value hint=value value=value /}",
              "{#field name='a' label='x' type='textarea' value=value /}",
              "{#banner title=value}{value}{/banner}",
              "{#consent name='c' value=value label=value to=value}{value}{/consent}",
              "{#statePill value=value /}{#step label=value note=value /}",
              "{#timelineItem at=value title=value who=value}{value}{/timelineItem}",
              "{#railLink href=value label=value count=value /}",
              "{#chart id='c' title=value description=value}{value}{/chart}",
              "{#dataTable caption=value empty=true emptyText=value /}",
              "{#facets action=value clear=value title=value}{/facets}",
              "{#pagination next=value first=value /}");
      for (String template : templates) {
        Element body = part(template, HOSTILE);
        assertTrue(body.select("script, b").isEmpty(), template + "\n" + body);
        assertTrue(body.html().contains("alert(1)"), template);
      }
    }

    @Test
    void errorsAndOptionsEscapeIt() {
      Element summary =
          part("{#errorSummary errors=value /}", List.of(new FieldError("/a", "x", HOSTILE)));
      Element choices =
          part(
              "{#choices name='a' legend='b' options=value value=value /}",
              List.of(new Option(HOSTILE, HOSTILE, HOSTILE)));
      assertTrue(summary.select("script").isEmpty());
      assertTrue(choices.select("script").isEmpty());
      assertEquals(HOSTILE, choices.selectFirst("input").attr("value"));
    }
  }

  @Nested
  @DisplayName("say what is so")
  class SayWhatIsSo {
    @Test
    void aFactNobodyCheckedIsCalledSelfDeclared() {
      Element chip = part("{#factChip label='Dose' value=value level=0 /}", "50");
      assertTrue(chip.text().contains("self-declared"), chip.text());
    }

    @Test
    void aFactWithoutValueIsNotStatedAndHasNoLevel() {
      Element chip = part("{#factChip label='Dose' value=value level='2' /}", null);
      assertEquals("Dose not stated", chip.text());
    }

    @Test
    void aConsentIsNotTickedUnlessItWasGivenBefore() {
      assertFalse(
          part("{#consent name='c' label='x' /}", null).selectFirst("input").hasAttr("checked"));
      assertTrue(
          part("{#consent name='c' label='x' given=true /}", null)
              .selectFirst("input")
              .hasAttr("checked"));
    }

    @Test
    void aFieldKeepsWhatWasTypedAndShowsItsOwnError() {
      Element field =
          part(
              "{#field name='patient.email' label='E-mail' value='a@' errors=value /}",
              List.of(
                  new FieldError("/patient/phone", "x", "not this one"),
                  new FieldError("/patient/email", "y", "Enter an address")));
      Element input = field.selectFirst("input");
      assertEquals("a@", input.attr("value"));
      assertEquals("true", input.attr("aria-invalid"));
      assertEquals("patient-email-error", input.attr("aria-describedby").trim());
      assertEquals("! Error: Enter an address", field.selectFirst(".error").text());
    }

    @Test
    void whatIsNestedIsShownAndMayBeEmpty() {
      assertEquals("i A More", part("{#banner title='A'}{value}{/banner}", "More").text());
      assertEquals("i A", part("{#banner title='A'}{/banner}", null).text());
      assertEquals(
          "D V", part("{#facts}{#fact label='D'}{value}{/fact}{/facts}", "V").select("dl").text());
    }

    @Test
    void anEmptyTableSaysWhatToDo() {
      Element table = part("{#dataTable caption='x' empty=true emptyText=value /}", "Widen it.");
      assertEquals("Widen it.", table.text());
    }

    @Test
    void aClockNamesTheTimeLeftAndTheExactTimeWithItsZone() {
      Instant now = Instant.parse("2026-11-22T10:00:00Z");
      ClockFace calm = ClockFace.at(now, now.minusSeconds(3600), now.plusSeconds(7200));
      ClockFace late = ClockFace.at(now, now.minusSeconds(7200), now.plusSeconds(2400));
      ClockFace over = ClockFace.at(now, now.minusSeconds(7200), now.minusSeconds(60));
      assertEquals(List.of("good", "warn", "bad"), List.of(calm.tone(), late.tone(), over.tone()));
      Element clock =
          part("{#clock due=value zone='America/Bogota' /}", Instant.parse("2020-01-01T05:30:00Z"));
      assertTrue(clock.text().contains("overdue by"), clock.text());
      assertEquals("1 January 2020, 00:30 America/Bogota", clock.selectFirst("time").text());
    }
  }

  private static void write(String html, String file) {
    try {
      Files.writeString(Path.of("target", file), html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
