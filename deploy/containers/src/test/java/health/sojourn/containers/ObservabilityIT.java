package health.sojourn.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The examples for Prometheus and Grafana speak of numbers there are, and say what to do. */
class ObservabilityIT {
  private static final String PROMETHEUS = "deploy/observability/prometheus.yml";
  private static final String ALERTS = "deploy/observability/alerts.yml";
  private static final String DASHBOARD = "deploy/observability/grafana-dashboard.json";
  private static final Pattern OURS = Pattern.compile("sojourn_[a-z_]+");
  private static final Pattern EXPLAINED =
      Pattern.compile("^\\| `(sojourn_[a-z_]+)` \\|", Pattern.MULTILINE);

  @Test
  void prometheusAsksEachManagementPort() {
    Map<String, Object> scrape =
        only(maps(Compose.parse(Checkout.text(PROMETHEUS)), "scrape_configs"));
    assertEquals("/q/metrics", scrape.get("metrics_path"));
    List<Map<String, Object>> targets = maps(scrape, "static_configs");
    assertEquals(4, targets.size());
    for (Map<String, Object> target : targets) {
      String service = "" + Compose.map(target, "labels").get("service");
      String module = service.equals("gateway") ? service : service + "-service";
      String port = KnownSettings.of(module).get("quarkus.management.port");
      assertEquals(List.of("127.0.0.1:" + port), Compose.list(target, "targets"));
    }
    assertTrue(
        Compose.list(Compose.parse(Checkout.text(PROMETHEUS)), "rule_files")
            .contains("alerts.yml"));
  }

  @Test
  void eachAlertSaysWhatHappenedAndWhatToDo() {
    Set<String> names = new TreeSet<>();
    for (Map<String, Object> group : maps(Compose.parse(Checkout.text(ALERTS)), "groups")) {
      for (Map<String, Object> rule : maps(group, "rules")) {
        String name = "" + rule.get("alert");
        assertTrue(names.add(name), name + " is there once");
        assertExplained(name, "" + rule.get("expr"));
        assertTrue(
            Set.of("page", "ticket").contains(Compose.map(rule, "labels").get("severity")), name);
        Map<String, Object> words = Compose.map(rule, "annotations");
        assertEquals(Set.of("summary", "what_to_do"), words.keySet(), name);
        assertFalse(words.containsValue(""), name);
      }
    }
    assertTrue(names.size() > 7, names.toString());
  }

  @Test
  void theDashboardShowsNumbersThereAre() {
    // JSON is YAML too.
    List<Map<String, Object>> panels = maps(Compose.parse(Checkout.text(DASHBOARD)), "panels");
    int shown = 0;
    for (Map<String, Object> panel : panels) {
      if (!"row".equals(panel.get("type"))) {
        for (Map<String, Object> target : maps(panel, "targets")) {
          assertExplained("" + panel.get("title"), "" + target.get("expr"));
          shown++;
        }
      }
    }
    assertTrue(shown > 10, "numbers shown: " + shown);
  }

  private static void assertExplained(String where, String expression) {
    Set<String> explained =
        EXPLAINED
            .matcher(Checkout.text("docs/operations.md"))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toSet());
    OURS.matcher(expression)
        .results()
        // A timer is explained once and counts, sums and has a longest.
        .map(name -> name.group().replaceAll("_seconds_(count|sum|max)$", "_seconds"))
        .forEach(name -> assertTrue(explained.contains(name), where + " uses " + name));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(Map<String, Object> of, String key) {
    return (List<Map<String, Object>>) of.get(key);
  }

  private static <T> T only(List<T> all) {
    assertEquals(1, all.size());
    return all.get(0);
  }
}
