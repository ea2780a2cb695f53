package health.sojourn.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Gives every {@code @QuarkusTest} of a module that has a datasource or a Kafka client a real
 * PostgreSQL and a real Kafka, by being on the test class path: the service loader finds it. Both
 * are started once in a test run, whatever profiles restart, and end with it.
 */
public class RealServices implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>();
    config.put("quarkus.devservices.enabled", "false");
    config.put("quarkus.http.test-port", "0");
    config.put("quarkus.management.test-port", "0");
    config.put("quarkus.log.category.\"io.zonky\".level", "WARN");
    CompletableFuture<String> kafka =
        present("org.apache.kafka.clients.consumer.KafkaConsumer")
            ? CompletableFuture.supplyAsync(RealKafka::bootstrapServers)
            : null;
    if (present("io.agroal.api.AgroalDataSource")) {
      config.put("quarkus.datasource.jdbc.url", RealPostgres.jdbcUrl());
      config.put("quarkus.datasource.username", RealPostgres.USER);
      config.put("quarkus.datasource.password", RealPostgres.USER);
    }
    if (kafka != null) {
      config.put("kafka.bootstrap.servers", kafka.join());
    }
    return config;
  }

  @Override
  public void stop() {
    // Other profiles of the same run go on with them.
  }

  private static boolean present(String type) {
    return Thread.currentThread()
            .getContextClassLoader()
            .getResource(type.replace('.', '/') + ".class")
        != null;
  }
}
