package health.sojourn.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Calls every guarded route as everybody there is: without a token, without a role, with each role,
 * and as two clinics, one of which owns what the route is about. A {@code @QuarkusTest} extends
 * this; who is let in stands in {@code src/test/resources/access.txt}, so that a new route fails
 * until somebody has looked at its line.
 *
 * <p>Whatever stands there, nobody gets in whom the route does not name, the owner is let in, and a
 * foreign clinic finds nothing (404) or may not change it (403).
 */
public abstract class AccessMatrix extends RouteRules {
  /** The clinic that owns what {@link #sample} is about, and another. */
  protected static final String OWN = "demo-bogota";

  protected static final String FOREIGN = "demo-medellin";

  private static final Path TABLE = Path.of("src/test/resources/access.txt");
  private static final String HEADING =
      """
      # Who is let in where, as it was tried: "in", or the status of the refusal. "own" is the clinic that the thing belongs
      # to, "foreign" another one. A test tries it again and compares.
      """;

  private static final List<String> ROLES =
      List.of("facilitator", "lead-facilitator", "editor", "medical-reviewer", "partner", "admin");

  private static final List<String> COLUMNS =
      Stream.concat(Stream.of("none", "no-role", "own", "foreign"), ROLES.stream()).toList();

  private static final String IN = "in";

  /**
   * A request that would be let in, and is right but for what the caller may.
   *
   * @param type of the body; null for JSON, or an empty form where no JSON is taken
   * @param owned whether it is about something of {@link #OWN} alone
   */
  public record Sample(String address, String type, String body, boolean owned) {

    /** About nothing that belongs to one clinic. */
    public static Sample at(String address) {
      return new Sample(address, null, "{}", false);
    }

    public Sample ofOwnClinic() {
      return new Sample(address, type, body, true);
    }

    public Sample with(String json) {
      return new Sample(address, type, json, owned);
    }

    public Sample with(String type, String body) {
      return new Sample(address, type, body, owned);
    }

    private int status(String method, String token) {
      return type == null
          ? RouteRules.status(method, address, body, token)
          : RouteRules.status(method, address, type, body, token);
    }
  }

  /**
   * What to call a route with: where it is about something of one clinic, something of {@link
   * #OWN}.
   *
   * @param anywhere the address with ids of nothing, for all other routes
   */
  protected abstract Sample sample(String method, String path, String anywhere);

  @Test
  void everyRouteLetsInWhomItSays() {
    List<String> wrong = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    lines.add(line("method", "path", COLUMNS));
    for (Endpoint endpoint : endpoints()) {
      if (!endpoint.who().equals(EVERYBODY)) {
        Sample sample = sample(endpoint.method(), endpoint.path(), endpoint.address());
        Map<String, String> answers = answers(endpoint, sample);
        wrong.addAll(faults(endpoint, sample, answers));
        lines.add(line(endpoint.method(), endpoint.path(), answers.values()));
      }
    }
    assertEquals(List.of(), wrong);
    Committed.mustBe(TABLE, lines.stream().collect(Collectors.joining("\n", HEADING, "\n")));
  }

  /** The owner comes last: what it is about may be gone then. */
  private static Map<String, String> answers(Endpoint endpoint, Sample sample) {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("none", answer(endpoint, sample, null));
    answers.put("no-role", answer(endpoint, sample, Tokens.withRoles()));
    answers.put("own", null);
    answers.put("foreign", answer(endpoint, sample, Tokens.clinic(FOREIGN)));
    for (String role : ROLES) {
      answers.put(role, answer(endpoint, sample, Tokens.withRoles(role)));
    }
    answers.put("own", answer(endpoint, sample, Tokens.clinic(OWN)));
    return answers;
  }

  private static String answer(Endpoint endpoint, Sample sample, String token) {
    int status = sample.status(endpoint.method(), token);
    return Set.of(401, 403, 404).contains(status) ? "" + status : status < 500 ? IN : "" + status;
  }

  private static List<String> faults(
      Endpoint endpoint, Sample sample, Map<String, String> answers) {
    List<String> faults = new ArrayList<>();
    boolean anybody = endpoint.who().equals(SIGNED_IN);
    Set<String> named = Set.of(endpoint.who().split(", "));
    answers.forEach(
        (who, answer) -> {
          boolean clinic = who.equals("own") || who.equals("foreign");
          boolean invited = anybody || named.contains(clinic ? "clinic" : who);
          if (!isRight(endpoint, sample, who, invited, answer)) {
            faults.add(
                "%s %s answers %s to %s"
                    .formatted(endpoint.method(), endpoint.path(), answer, who));
          }
        });
    return faults;
  }

  private static boolean isRight(
      Endpoint endpoint, Sample sample, String who, boolean invited, String answer) {
    if (who.equals("none")) {
      return answer.equals("401");
    }
    if (!invited) {
      return answer.equals("403");
    }
    return switch (who) {
      case "own" -> answer.equals(IN);
      case "foreign" ->
          sample.owned()
              ? answer.equals("404") || answer.equals("403") && !endpoint.method().equals("GET")
              : answer.equals(IN);
      default -> answer.equals(IN) || endpoint.path().contains("{") && answer.equals("404");
    };
  }

  private static String line(String method, String path, Collection<String> cells) {
    StringBuilder line = new StringBuilder("%-7s %-56s".formatted(method, path));
    Iterator<String> columns = COLUMNS.iterator();
    for (String cell : cells) {
      line.append(' ').append(cell).append(" ".repeat(columns.next().length() - cell.length()));
    }
    return line.toString().stripTrailing();
  }
}
