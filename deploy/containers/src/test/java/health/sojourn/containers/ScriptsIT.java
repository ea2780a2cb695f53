package health.sojourn.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.sojourn.kafka.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts the containers run, in a directory laid out as the compose file mounts it. */
class ScriptsIT {
  private static final String RECORDER =
      """
      #!/usr/bin/env bash
      echo "$@" >> "$(dirname "$0")/calls"
      """;

  @TempDir Path directory;

  private final Compose compose = Compose.of("docker-compose.yml", Compose.newEnvironment());

  @BeforeEach
  void makePrograms() throws IOException {
    for (String name : List.of("bin/kc.sh", "bin/kafka-topics.sh")) {
      Path program = directory.resolve(name);
      Files.createDirectories(program.getParent());
      Files.writeString(program, RECORDER);
      program.toFile().setExecutable(true);
    }
  }

  @Test
  void everyTopicOfTheListIsAskedForAsTheLauncherMakesIt() throws Exception {
    run("topics", Map.of("KAFKA_PROGRAMS", directory.resolve("bin").toString()));
    Set<String> expected =
        Topic.all().stream()
            .map(ScriptsIT::creation)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected, new TreeSet<>(calls()));
  }

  @Test
  void keycloakGetsTheDemosUsersOnlyForADemo() throws Exception {
    assertEquals(Checkout.text("deploy/keycloak/demo/sojourn-users-0.json"), users("true", ""));
    assertEquals(
        Checkout.text("deploy/keycloak/first-admin/sojourn-users-0.json"),
        users("false", "a long password"));
    assertEquals("", users("false", ""), "no user with a password everybody can read");
    assertEquals(List.of("start --import-realm"), calls().stream().distinct().toList());
  }

  private String users(String demo, String firstAdmin) throws Exception {
    run(
        "keycloak",
        Map.of(
            "KEYCLOAK_HOME",
            directory.toString(),
            "SOJOURN_DEMO",
            demo,
            "SOJOURN_FIRST_ADMIN_PASSWORD",
            firstAdmin));
    Path imported = directory.resolve("data/import");
    assertEquals(
        Checkout.text("deploy/keycloak/sojourn-realm.json"),
        Files.readString(imported.resolve("sojourn-realm.json")));
    Path users = imported.resolve("sojourn-users-0.json");
    return Files.exists(users) ? Files.readString(users) : "";
  }

  private static String creation(Topic topic) {
    String settings =
        new TreeMap<>(topic.settings())
            .entrySet().stream()
                .map(setting -> " --config " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining());
    return "--bootstrap-server kafka:9092 --create --if-not-exists --topic %s --partitions %d --replication-factor 1%s"
        .formatted(topic.name(), topic.partitions(), settings);
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(directory.resolve("bin/calls"));
  }

  private void run(String service, Map<String, String> more) throws Exception {
    Map<String, String> environment = compose.environment(service);
    environment.putAll(more);
    Mounted.run(compose, service, environment, directory.resolve("mounted"));
  }
}
