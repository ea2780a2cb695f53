package health.sojourn.provider;

import health.sojourn.provider.leadinbox.CaseServer;
import health.sojourn.provider.leadinbox.LeadTopic;
import health.sojourn.provider.people.FakeKeycloak;
import health.sojourn.testing.AccessMatrix;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@QuarkusTestResource(CaseServer.class)
@QuarkusTestResource(FakeKeycloak.class)
class ProviderRoutesTest extends AccessMatrix {
  /** By the end of the route; of the others {@code {}} is right, or what is wrong comes later. */
  private static final Map<String, String> BODIES =
      Map.of(
          "/users",
          "{\"email\":\"matrix@example.org\",\"givenName\":\"Demo\",\"familyName\":\"Matrix\"}",
          "/capacity",
          "{\"openLeads\":5,\"paused\":false,\"holidays\":[],\"workingHours\":[]}",
          "/decline",
          "{\"reason\":\"OTHER\"}");

  @Inject LeadTopic topic;

  @BeforeEach
  @AfterEach
  void nobodyAndTheCaseIsThere() {
    FakeKeycloak.forgetEverybody();
    CaseServer.status = 200;
  }

  @Override
  protected Sample sample(String method, String path, String anywhere) {
    String own = path.replace("{slug}", OWN);
    if (own.contains("/leads/{id}") || own.contains("/clinic-leads/{id}")) {
      UUID lead = topic.offer(OWN, Instant.now().plus(Duration.ofDays(1)));
      own = own.replace("{id}", lead.toString());
    } else if (own.contains("/users/{id}") || own.contains("/people/{id}")) {
      own = own.replace("{id}", colleague().toString());
    }
    String json =
        BODIES.entrySet().stream()
            .filter(body -> path.endsWith(body.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("{}");
    return new Sample(own.contains("{") ? anywhere : own, json);
  }

  /** Of the caller, who has an account too. */
  private static UUID colleague() {
    UUID caller = UUID.nameUUIDFromBytes("demo-clinic".getBytes());
    FakeKeycloak.put(caller, "self@example.org", true, OWN, "clinic");
    return FakeKeycloak.add(UUID.randomUUID() + "@example.org", true, OWN, "clinic");
  }
}
