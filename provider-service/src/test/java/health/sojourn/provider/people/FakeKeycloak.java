package health.sojourn.provider.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Answers as Keycloak's admin API does, from memory, and can be away. The tests of the whole
 * platform meet the real one.
 */
public class FakeKeycloak implements QuarkusTestResourceLifecycleManager {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REALM = "/admin/realms/sojourn";

  static final Map<String, ObjectNode> USERS = new ConcurrentHashMap<>();
  static final Map<String, Set<String>> ROLES = new ConcurrentHashMap<>();

  /** Ids of those who got mail, and its whole request. */
  static final List<String> MAILS = new CopyOnWriteArrayList<>();

  static final List<String> LOGOUTS = new CopyOnWriteArrayList<>();
  static final List<String> TOKENS = new CopyOnWriteArrayList<>();
  static volatile boolean away;
  static volatile boolean mailAway;

  /** A token is good until this is counted up. */
  static volatile int keys;

  private HttpServer server;

  private record Answer(int status, Object body, String location) {
    static Answer of(int status) {
      return new Answer(status, null, null);
    }

    static Answer json(Object body) {
      return new Answer(200, body, null);
    }
  }

  public static UUID add(String email, boolean enabled, String clinic, String... roles) {
    UUID id = UUID.randomUUID();
    put(id, email, enabled, clinic, roles);
    return id;
  }

  public static void put(UUID id, String email, boolean enabled, String clinic, String... roles) {
    ObjectNode user = JSON.createObjectNode().put("id", id.toString()).put("username", email);
    user.put("email", email).put("firstName", "Test").put("lastName", "Demo");
    user.put("enabled", enabled).put("emailVerified", true);
    if (clinic != null) {
      user.putObject("attributes").putArray("clinic").add(clinic);
    }
    USERS.put(id.toString(), user);
    ROLES.put(id.toString(), new TreeSet<>(Set.of(roles)));
  }

  public static void forgetEverybody() {
    USERS.clear();
    ROLES.clear();
    MAILS.clear();
    LOGOUTS.clear();
    away = false;
    mailAway = false;
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", FakeKeycloak::handle);
    server.start();
    return Map.of("sojourn.keycloak-url", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private static void handle(HttpExchange exchange) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    Answer answer = away ? Answer.of(500) : answer(exchange, sent);
    byte[] body = answer.body() == null ? new byte[0] : JSON.writeValueAsBytes(answer.body());
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    if (answer.location() != null) {
      exchange.getResponseHeaders().add("Location", answer.location());
    }
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Answer answer(HttpExchange exchange, byte[] sent) throws IOException {
    URI uri = exchange.getRequestURI();
    if (uri.getPath().endsWith("/token")) {
      TOKENS.add(new String(sent, StandardCharsets.UTF_8));
      return Answer.json(Map.of("access_token", "key-" + keys, "expires_in", 300));
    }
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    if (!("Bearer key-" + keys).equals(token)) {
      return Answer.of(401);
    }
    String[] path = uri.getPath().substring(REALM.length() + 1).split("/");
    String route =
        exchange.getRequestMethod()
            + " "
            + path[0]
            + (path.length > 2 ? "/" + path[2] : path.length > 1 ? "/one" : "");
    return answer(route, path, query(uri), JSON.readTree(sent));
  }

  private static Answer answer(
      String route, String[] path, Map<String, String> query, JsonNode body) {
    if (path[0].equals("users") && path.length > 1 && !USERS.containsKey(path[1])) {
      return Answer.of(404);
    }
    return switch (route) {
      case "GET users" -> Answer.json(page(users(query), query));
      case "POST users" -> create((ObjectNode) body);
      case "GET users/one" -> Answer.json(USERS.get(path[1]));
      case "PUT users/one" -> update(path[1], (ObjectNode) body);
      case "DELETE users/one" -> remove(path[1]);
      case "GET roles/one" -> Answer.json(Map.of("id", "id-" + path[1], "name", path[1]));
      case "GET roles/users" -> Answer.json(page(withRole(path[1]), query));
      case "GET users/role-mappings" -> Answer.json(mappings(path[1]));
      case "POST users/role-mappings", "DELETE users/role-mappings" -> map(route, path[1], body);
      case "POST users/logout" -> {
        LOGOUTS.add(path[1]);
        yield Answer.of(204);
      }
      case "PUT users/execute-actions-email" -> mail(path[1], query, body);
      default -> Answer.of(405);
    };
  }

  private static Answer create(ObjectNode user) {
    String email = user.path("email").asText();
    if (USERS.values().stream().anyMatch(it -> it.path("email").asText().equals(email))) {
      return Answer.of(409);
    }
    if (user.path("lastName").asText().contains("<")) {
      return new Answer(400, Map.of("field", "lastName", "errorMessage", "error-person"), null);
    }
    String id = UUID.randomUUID().toString();
    USERS.put(id, user.put("id", id));
    ROLES.put(id, new TreeSet<>(Set.of("default-roles-sojourn")));
    return new Answer(201, null, "http://localhost" + REALM + "/users/" + id);
  }

  private static Answer update(String id, ObjectNode user) {
    USERS.put(id, user);
    return Answer.of(204);
  }

  private static Answer remove(String id) {
    USERS.remove(id);
    ROLES.remove(id);
    return Answer.of(204);
  }

  private static Answer mail(String id, Map<String, String> query, JsonNode actions) {
    if (mailAway) {
      return Answer.of(500);
    }
    MAILS.add(id + " " + query.get("client_id") + " " + query.get("redirect_uri") + " " + actions);
    return Answer.of(204);
  }

  private static ArrayNode mappings(String id) {
    ArrayNode roles = JSON.createArrayNode();
    ROLES.get(id).forEach(it -> roles.addObject().put("id", "id-" + it).put("name", it));
    return roles;
  }

  private static Answer map(String route, String id, JsonNode roles) {
    for (JsonNode role : roles) {
      String name = role.path("name").asText();
      if (route.startsWith("POST")) {
        ROLES.get(id).add(name);
      } else {
        ROLES.get(id).remove(name);
      }
    }
    return Answer.of(204);
  }

  private static List<ObjectNode> users(Map<String, String> query) {
    return USERS.values().stream()
        .filter(it -> is(it.path("email"), query.get("email")))
        .filter(it -> !query.containsKey("q") || it.toString().contains(clinic(query.get("q"))))
        .filter(it -> query.getOrDefault("search", "").isEmpty() || found(it, query.get("search")))
        .toList();
  }

  private static String clinic(String q) {
    return "\"clinic\":[\"" + q.substring("clinic:".length()) + "\"]";
  }

  private static boolean found(ObjectNode user, String search) {
    return Arrays.stream(search.split(" "))
        .allMatch(it -> user.toString().toLowerCase().contains(it.replace("*", "")));
  }

  private static boolean is(JsonNode value, String wanted) {
    return wanted == null || value.asText().equals(wanted);
  }

  private static List<ObjectNode> withRole(String role) {
    return USERS.values().stream()
        .filter(it -> ROLES.get(it.path("id").asText()).contains(role))
        .toList();
  }

  private static List<ObjectNode> page(List<ObjectNode> users, Map<String, String> query) {
    return users.stream()
        .sorted(Comparator.comparing(it -> it.path("username").asText()))
        .skip(Integer.parseInt(query.getOrDefault("first", "0")))
        .limit(Integer.parseInt(query.getOrDefault("max", "100")))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new HashMap<>();
    String raw = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String pair : raw.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }
}
