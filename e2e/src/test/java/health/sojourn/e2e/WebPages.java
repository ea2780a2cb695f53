package health.sojourn.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Every page the platform has, read from the services' checked lists of routes, so that a new page
 * is looked at without being named here. Only what stands in braces has to be.
 */
record WebPages(String reference, String clinic, String lead) {
  private static final List<String> SERVICES =
      List.of("content-service", "provider-service", "inquiry-service", "gateway");
  private static final List<String> NO_PAGES =
      List.of("/api/", "/internal/", "/openapi", "/q/", "/robots.txt", "/sitemap.xml");

  /** They lead on and show nothing themselves. */
  private static final List<String> DOORS = List.of("/signin", "/signin/callback");

  private static final Pattern ROUTE =
      Pattern.compile("^GET +(.+?) +([a-z-]+(?:, [a-z-]+)*)$", Pattern.MULTILINE);

  /** The demo coordinator of Bogota, by the id in the realm's file. */
  private static final String COORDINATOR = "d4b6a931-f778-5110-922e-0dbad59c0196";

  /** The certificate that the demo clinic of Bogota renews. */
  private static final String DEMO_CHANGE = "0193b3a0-0000-7000-8000-00000000c001";

  private static final String ONE = "{reference: [Ss][Jj]-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}}";

  /**
   * @param who a demo user, {@code patient} for whoever opened the tracking page, or {@code
   *     everybody}
   */
  record WebPage(String who, String path) {
    String name() {
      String words = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
      return words.isEmpty() ? "home" : words;
    }
  }

  List<WebPage> all() {
    Map<String, String> filled =
        Map.ofEntries(
            Map.entry("/therapies/{slug}", "/therapies/allogeneic-msc-knee"),
            Map.entry(
                "/therapies/{slug}/versions/{version}",
                "/therapies/allogeneic-msc-knee/versions/1"),
            Map.entry("/clinics/{slug}", "/clinics/" + clinic),
            Map.entry("/clinics/compare", "/clinics/compare?slugs=demo-bogota,demo-medellin"),
            Map.entry("/inquiries/" + ONE, "/inquiries/" + reference),
            Map.entry("/inquiries/" + ONE + "/withdraw", "/inquiries/" + reference + "/withdraw"),
            Map.entry("/inquiries/" + ONE + "/choice", "/inquiries/" + reference + "/choice"),
            Map.entry("/inquiries/{reference}/sent", "/inquiries/" + reference + "/sent"),
            Map.entry("/inquiries/track/redeem", "/inquiries/track/redeem?token=none"),
            Map.entry("/desk/inquiries/{key}", "/desk/inquiries/" + reference),
            Map.entry("/clinic-desk/leads/{id}", "/clinic-desk/leads/" + lead),
            Map.entry("/clinic-desk/facts/{name}", "/clinic-desk/facts/licence"),
            Map.entry("/catalogue/checks/{id}", "/catalogue/checks/" + DEMO_CHANGE),
            Map.entry("/catalogue/clinics/{slug}", "/catalogue/clinics/" + clinic),
            Map.entry(
                "/catalogue/clinics/{slug}/facts/{name}",
                "/catalogue/clinics/" + clinic + "/facts/licence"),
            Map.entry(
                "/clinic-desk/people/{id}/removal",
                "/clinic-desk/people/" + Api.coordinatorIdOf(clinic) + "/removal"),
            Map.entry(
                "/clinic-desk/leads/{id}/messages", "/clinic-desk/leads/" + lead + "/messages"),
            Map.entry(
                "/clinic-desk/leads/{id}/hand-over", "/clinic-desk/leads/" + lead + "/hand-over"),
            Map.entry("/clinic-desk/leads/{id}/quote", "/clinic-desk/leads/" + lead + "/quote"),
            Map.entry(
                "/clinic-desk/leads/{id}/quote/{version}",
                "/clinic-desk/leads/" + lead + "/quote/1"),
            Map.entry("/problems/{code}", "/problems/not-found"),
            Map.entry(
                "/admin/dead-letters/{service}/{event}",
                "/admin/dead-letters/inquiry/0193b3a0-0000-7000-8000-000000000001"),
            Map.entry("/admin/people/{id}", "/admin/people/" + COORDINATOR),
            Map.entry("/admin/people/{id}/removal", "/admin/people/" + COORDINATOR + "/removal"));
    List<WebPage> pages = new ArrayList<>();
    for (MatchResult line : routes()) {
      String route = line.group(1);
      String role = line.group(2).split(",")[0];
      if (!isPage(route)) {
        continue;
      }
      String path = filled.getOrDefault(route, route);
      if (path.contains("{")) {
        throw new AssertionError("Say here what stands for the braces of the page " + route);
      }
      pages.add(new WebPage(route.startsWith("/inquiries/" + ONE) ? "patient" : user(role), path));
    }
    return pages;
  }

  /** States of pages that an address alone brings about. */
  List<WebPage> states() {
    return List.of(
        new WebPage("everybody", "/nowhere"),
        new WebPage("everybody", "/clinics?maxPrice=1"),
        new WebPage("everybody", "/clinics?country=CO&language=es&maxPrice=9000&q=bogota"),
        new WebPage("everybody", "/clinics/compare?slugs=demo-bogota"),
        new WebPage("everybody", "/clinics?maxPrice=much"),
        new WebPage("everybody", "/inquiries/new?clinic=" + clinic),
        new WebPage("demo-facilitator", "/desk?status=CHOSEN"),
        new WebPage("demo-admin", "/admin/people?q=nobody-like-this"));
  }

  private static boolean isPage(String route) {
    return NO_PAGES.stream().noneMatch(route::startsWith) && !DOORS.contains(route);
  }

  private String user(String role) {
    return switch (role) {
      case "everybody" -> "everybody";
      case "clinic" -> Api.coordinatorOf(clinic);
      case "lead-facilitator" -> Api.LEAD;
      default -> "demo-" + role;
    };
  }

  private static List<MatchResult> routes() {
    Path root = Path.of(System.getProperty("sojourn.root"));
    List<MatchResult> found = new ArrayList<>();
    for (String service : SERVICES) {
      try {
        String routes = Files.readString(root.resolve(service + "/src/test/resources/routes.txt"));
        ROUTE.matcher(routes).results().forEach(found::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }
}
