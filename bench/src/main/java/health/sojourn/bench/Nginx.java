package health.sojourn.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The limit of reading: nginx with the answers the gateway gave, the same bytes under the same
 * headers, as files.
 */
final class Nginx implements AutoCloseable {
  /** What nginx says by itself or the connection decides. */
  private static final Set<String> ITS_OWN =
      Set.of("content-length", "content-type", "connection", "date", "transfer-encoding", "age");

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newHttpClient();
  private final String gateway;
  private final int port;
  private final Process process;

  private Nginx(String gateway, int port, Process process) {
    this.gateway = gateway;
    this.port = port;
    this.process = process;
  }

  static Nginx copying(String gateway, List<String> targets, Path directory)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    int port = freePort();
    StringBuilder locations = new StringBuilder();
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; i < targets.size(); i++) {
      HttpResponse<byte[]> answer = get(client, gateway + targets.get(i));
      Path body = directory.resolve("answer-" + i);
      Files.write(body, answer.body());
      locations.append(location(targets.get(i), body, answer.headers().map()));
    }
    Path configuration = directory.resolve("nginx.conf");
    Files.writeString(configuration, configuration(directory, port, locations));
    Process process =
        new ProcessBuilder(
                Command.find("nginx").orElseThrow().toString(),
                "-e",
                directory.resolve("error.log").toString(),
                "-c",
                configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("nginx.log").toFile())
            .start();
    Nginx nginx = new Nginx(gateway, port, process);
    nginx.awaitAnswer(targets.get(0));
    targets.forEach(nginx::refuseDifference);
    return nginx;
  }

  String url(String target) {
    return "http://127.0.0.1:" + port + target;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  static String location(String target, Path body, Map<String, List<String>> headers) {
    StringBuilder location = new StringBuilder("location = " + URI.create(target).getPath());
    location.append(" {\n alias ").append(body).append(";\n types {}\n");
    new TreeMap<>(headers)
        .forEach(
            (name, values) -> {
              String value = String.join(", ", values).replace("\\", "\\\\").replace("\"", "\\\"");
              if (name.equalsIgnoreCase("content-type")) {
                location.append(" default_type \"%s\";\n".formatted(value));
              } else if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                location.append(" add_header %s \"%s\";\n".formatted(name, value));
              }
            });
    return location.append("}\n").toString();
  }

  private static String configuration(Path directory, int port, CharSequence locations) {
    String user = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
    return """
        %s
        daemon off; worker_processes auto; pid %s/nginx.pid;
        events { worker_connections 1024; }
        http {
          access_log off; server_tokens off; etag off; sendfile on; tcp_nopush on;
          keepalive_requests 100000000;
          client_body_temp_path %2$s; proxy_temp_path %2$s; fastcgi_temp_path %2$s;
          uwsgi_temp_path %2$s; scgi_temp_path %2$s;
          server { listen 127.0.0.1:%3$d; %4$s }
        }
        """
        .formatted(user, directory, port, locations);
  }

  private void awaitAnswer(String target) {
    await("an answer of nginx, else see nginx.log")
        .atMost(STARTS_WITHIN)
        .failFast(() -> !process.isAlive())
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> get(client, url(target)) != null);
  }

  private void refuseDifference(String target) {
    try {
      if (!Arrays.equals(get(client, url(target)).body(), get(client, gateway + target).body())) {
        throw new IllegalStateException("nginx and the gateway answer differently: " + target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<byte[]> get(HttpClient client, String url)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(url)).version(HttpClient.Version.HTTP_1_1).build(),
            BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(url + " answers " + answer.statusCode());
    }
    return answer;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
