package health.sojourn.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A compose file as docker-compose understands it: anchors merged, variables replaced. */
final class Compose {
  static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?:(:[-?])([^}]*))?}");

  private final Map<String, Object> tree;

  private Compose(Map<String, Object> tree) {
    this.tree = tree;
  }

  static Compose of(String file, Map<String, String> variables) {
    return new Compose(parse(replace(Checkout.text(file), variables)));
  }

  static Map<String, Object> parse(String yaml) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
  }

  /** What {@code new-env} prints: the example with new secrets. */
  static Map<String, String> newEnvironment() {
    try {
      Process process =
          new ProcessBuilder(Checkout.file("deploy/containers/new-env").toString()).start();
      return variables(new String(process.getInputStream().readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> variables(String file) {
    return file.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(part -> part[0], part -> part[1]));
  }

  /** Names of all variables a compose file mentions. */
  static Set<String> variablesIn(String file) {
    return VARIABLE
        .matcher(Checkout.text(file))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String replace(String text, Map<String, String> variables) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            found -> {
              String value = variables.getOrDefault(found.group(1), "");
              if (value.isEmpty() && ":?".equals(found.group(2))) {
                throw new IllegalStateException(found.group(1) + " has no value");
              }
              return Matcher.quoteReplacement(value.isEmpty() ? otherwise(found.group(3)) : value);
            });
  }

  private static String otherwise(String value) {
    return Optional.ofNullable(value).orElse("");
  }

  Set<String> services() {
    return map(tree, "services").keySet();
  }

  Map<String, Object> service(String name) {
    return map(map(tree, "services"), name);
  }

  Set<String> volumes() {
    return map(tree, "volumes").keySet();
  }

  Map<String, Object> network(String name) {
    return map(map(tree, "networks"), name);
  }

  Map<String, String> environment(String service) {
    Map<String, String> environment = new TreeMap<>();
    map(service(service), "environment")
        .forEach((name, value) -> environment.put(name, value == null ? "" : "" + value));
    return environment;
  }

  List<String> healthCheck(String service) {
    return list(map(service(service), "healthcheck"), "test");
  }

  static List<String> list(Map<String, Object> parent, String name) {
    return parent.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  static Map<String, Object> map(Map<String, Object> parent, String name) {
    Map<String, Object> result = new LinkedHashMap<>();
    if (parent.get(name) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> result.put("" + key, value));
    }
    return result;
  }
}
