package health.sojourn.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * What traces are sent to: OTLP over HTTP, on loopback. It keeps everything.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/">OTLP</a>, whose messages' field numbers
 *     these are
 */
final class Collector implements AutoCloseable {
  private final HttpServer server;
  private final List<byte[]> received = new CopyOnWriteArrayList<>();

  Collector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
      server.createContext("/v1/traces", this::take);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param attributes those that are texts; others are empty
   * @param events what happened in it, such as exceptions
   */
  record Span(
      String service,
      String trace,
      String id,
      String parent,
      String name,
      Map<String, String> attributes,
      int events) {}

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<byte[]> received() {
    return received;
  }

  /** Each once: an exporter that got no answer in time says the same again. */
  List<Span> spans() {
    return received.stream().flatMap(Collector::read).distinct().toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    received.add(exchange.getRequestBody().readAllBytes());
    exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static Stream<Span> read(byte[] request) {
    return parts(message(ByteString.copyFrom(request)), 1)
        .flatMap(
            resource -> {
              String service =
                  parts(resource, 1)
                      .map(described -> attributes(described, 1).get("service.name"))
                      .findFirst()
                      .orElse("");
              return parts(resource, 2)
                  .flatMap(scope -> parts(scope, 2))
                  .map(span -> span(service, span));
            });
  }

  private static Span span(String service, UnknownFieldSet span) {
    return new Span(
        service,
        hex(span, 1),
        hex(span, 2),
        hex(span, 4),
        text(span, 5),
        attributes(span, 9),
        span.getField(11).getLengthDelimitedList().size());
  }

  private static Map<String, String> attributes(UnknownFieldSet of, int field) {
    Map<String, String> attributes = new TreeMap<>();
    parts(of, field)
        .forEach(
            one ->
                attributes.put(
                    text(one, 1), parts(one, 2).map(value -> text(value, 1)).findFirst().get()));
    return attributes;
  }

  private static Stream<UnknownFieldSet> parts(UnknownFieldSet of, int field) {
    return of.getField(field).getLengthDelimitedList().stream().map(Collector::message);
  }

  private static String text(UnknownFieldSet of, int field) {
    return bytes(of, field).toString(UTF_8);
  }

  private static String hex(UnknownFieldSet of, int field) {
    return HexFormat.of().formatHex(bytes(of, field).toByteArray());
  }

  private static ByteString bytes(UnknownFieldSet of, int field) {
    return of.getField(field).getLengthDelimitedList().stream()
        .findFirst()
        .orElse(ByteString.EMPTY);
  }

  private static UnknownFieldSet message(ByteString bytes) {
    try {
      return UnknownFieldSet.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }
}
