package health.sojourn.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Small servers in the services' place: they answer with what reached them. One of them is away.
 */
public class Upstreams implements QuarkusTestResourceLifecycleManager {
  /** Nobody asks it; requests say it in their Host header. */
  static final String PUBLIC_URL = "http://sojourn.test";

  private static final Map<String, Integer> ASKED = new ConcurrentHashMap<>();

  private Vertx vertx;

  @Override
  public Map<String, String> start() {
    vertx = Vertx.vertx();
    int service = listen(vertx.createHttpServer().requestHandler(Upstreams::answer));
    var identity = new FakeIdentity(PUBLIC_URL + "/auth/realms/sojourn");
    int keycloak = listen(vertx.createHttpServer().requestHandler(identity));
    Map<String, String> config = new HashMap<>();
    config.put("sojourn.upstream.content", "http://localhost:" + service);
    config.put("sojourn.upstream.inquiry", "http://localhost:" + service);
    config.put("sojourn.upstream.provider", "http://localhost:" + freePort());
    config.put("sojourn.upstream.identity", "http://localhost:" + keycloak);
    config.put(
        "quarkus.oidc.auth-server-url", "http://localhost:" + keycloak + "/auth/realms/sojourn");
    config.put("sojourn.public-url", PUBLIC_URL);
    int well = listen(vertx.createHttpServer().requestHandler(FakeManagement::well));
    int management = listen(vertx.createHttpServer().requestHandler(new FakeManagement()));
    config.put("sojourn.management.content", "http://localhost:" + well);
    config.put("sojourn.management.inquiry", "http://localhost:" + management);
    return config;
  }

  @Override
  public void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    String path = request.path();
    if (path.endsWith("/silent")) {
      return;
    }
    if (path.endsWith("/broken")) {
      request.connection().close();
      return;
    }
    if (path.equals("/openapi")) {
      response.putHeader("Content-Type", "application/json").end(OPENAPI);
      return;
    }
    if (path.equals("/internal/v1/problems")) {
      boolean spanish = "lang=es".equals(request.query());
      response
          .putHeader("Content-Type", "application/json")
          .end(PROBLEMS.formatted(spanish ? "Demasiado tarde" : "Too late"));
      return;
    }
    if (path.startsWith("/therapies/public")) {
      publicly(request);
      return;
    }
    if (path.equals("/internal/v1/audit")) {
      audit(request);
      return;
    }
    if (path.startsWith("/desk") && request.getHeader("Authorization") == null
        || path.endsWith("/refused")) {
      response.setStatusCode(401).putHeader("WWW-Authenticate", "Bearer").end("no");
      return;
    }
    request
        .body()
        .onSuccess(
            body -> {
              JsonObject headers = new JsonObject();
              request.headers().forEach((name, value) -> headers.put(name.toLowerCase(), value));
              response
                  .putHeader("Content-Type", "application/json")
                  .putHeader("Server", "secret/1.0")
                  .putHeader("X-Frame-Options", "SAMEORIGIN")
                  .putHeader("Vary", path.startsWith("/therapies") ? "Accept-Language" : "Origin")
                  .end(
                      new JsonObject()
                          .put("method", request.method().name())
                          .put("uri", request.uri())
                          .put("headers", headers)
                          .put("traceparents", request.headers().getAll("traceparent").size())
                          .put("length", body.length())
                          .encode());
            });
  }

  /** Says how often it was asked for this address, with the headers named in the query. */
  private static void publicly(HttpServerRequest request) {
    int times = ASKED.merge(request.uri(), 1, Integer::sum);
    HttpServerResponse response = request.response();
    response
        .putHeader("Cache-Control", "public, max-age=60")
        .putHeader("ETag", "\"" + times + "\"");
    response.putHeader("Vary", "Accept-Language").putHeader("X-Request-Id", "of-the-first");
    request.params().forEach(response::putHeader);
    int status = request.path().endsWith("/gone") ? 410 : 200;
    String text = times + " " + request.getHeader("Accept-Language");
    Runnable answer = () -> response.setStatusCode(status).end(text);
    if (request.path().endsWith("/slow")) {
      Vertx.currentContext().owner().setTimer(500, ignored -> answer.run());
    } else if (request.path().endsWith("/cut")) {
      response.putHeader("Content-Length", "100").write("begun");
      Vertx.currentContext().owner().setTimer(100, ignored -> request.connection().close());
    } else {
      answer.run();
    }
  }

  /** One line, whose actor is the token and whose reference is the query that came. */
  private static void audit(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    String inquiry = String.valueOf(request.getParam("inquiry"));
    switch (inquiry) {
      case "wrong" -> response.setStatusCode(400).end("{\"detail\":\"That is no <reference>.\"}");
      case "away" -> response.setStatusCode(503).end();
      case "refused" -> response.setStatusCode(401).end();
      case "none" -> response.end("{\"items\":[],\"next\":null}");
      default ->
          response.end(
              new JsonObject()
                  .put("next", request.getParam("cursor") == null ? "after-it" : null)
                  .put(
                      "items",
                      new JsonArray()
                          .add(
                              new JsonObject()
                                  .put("at", "2026-11-25T08:00:00Z")
                                  .put("actorKind", "CLINIC")
                                  .put("actor", request.getHeader("Authorization"))
                                  .put("act", "READ_CASE")
                                  .put("inquiryId", "0193b3a0-0000-7000-8000-00000000000a")
                                  .put("reference", request.query())))
                  .encode());
    }
  }

  private static int listen(HttpServer server) {
    return server
        .listen(0, "localhost")
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final String PROBLEMS =
      "[{\"code\":\"outside-clock\",\"title\":\"%s\",\"advice\":\"Ask us\"}]";

  private static final String OPENAPI =
      """
      {"openapi":"3.1.0","info":{"title":"stub","version":"1"},
       "paths":{"/api/v1/articles":{"get":{"operationId":"listArticles","responses":{"200":{"description":"ok",
         "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Article"}}}}}}},
         "/internal/v1/leads/{id}/case":{"get":{"operationId":"leadCase"}},
         "/therapies":{"get":{"operationId":"therapiesPage"}}},
       "components":{"schemas":{"Article":{"type":"object"}}}}
      """;
}
