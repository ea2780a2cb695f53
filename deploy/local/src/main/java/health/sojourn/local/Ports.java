package health.sojourn.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where each part listens, on loopback. A service's health and metrics are on the port 1000 above
 * its own unless ports were chosen freely.
 */
public record Ports(
    int gateway,
    int content,
    int provider,
    int inquiry,
    int keycloak,
    int postgres,
    int kafka,
    int smtp,
    int mailPage,
    Map<String, Integer> management) {

  /**
   * Below those that systems give to outgoing connections: a part binds its port half a minute
   * after it was chosen, and some client could have it by then.
   */
  private static final int LOWEST_FREE = 20_000;

  private static final int HIGHEST_FREE = 32_000;

  /**
   * @param shift added to every port but the public one, so that two platforms fit on one machine
   */
  static Ports usual(int gateway, int shift) {
    int content = 8081 + shift;
    int provider = 8082 + shift;
    int inquiry = 8083 + shift;
    return new Ports(
        gateway,
        content,
        provider,
        inquiry,
        18080 + shift,
        15432 + shift,
        19092 + shift,
        11025 + shift,
        18025 + shift,
        Map.of(
            "gateway", 9080 + shift,
            "content-service", content + 1000,
            "provider-service", provider + 1000,
            "inquiry-service", inquiry + 1000));
  }

  /** Ports nobody uses at this moment; Kafka's next port is free too. */
  static Ports free() {
    List<ServerSocket> held = new ArrayList<>();
    try {
      int kafka = freePair(held);
      int[] port = new int[12];
      for (int i = 0; i < port.length; i++) {
        port[i] = holdAny(held);
      }
      return new Ports(
          port[0],
          port[1],
          port[2],
          port[3],
          port[4],
          port[5],
          kafka,
          port[6],
          port[7],
          Map.of(
              "gateway", port[8],
              "content-service", port[9],
              "provider-service", port[10],
              "inquiry-service", port[11]));
    } finally {
      held.forEach(Ports::release);
    }
  }

  int of(String service) {
    return switch (service) {
      case "gateway" -> gateway;
      case "content-service" -> content;
      case "provider-service" -> provider;
      case "inquiry-service" -> inquiry;
      default -> throw new IllegalArgumentException(service);
    };
  }

  /** Every port the given parts need, with the part's name. */
  Map<Integer, String> neededBy(Iterable<String> parts) {
    Map<Integer, String> needed = new TreeMap<>();
    for (String part : parts) {
      switch (part) {
        case "PostgreSQL" -> needed.put(postgres, part);
        case "Keycloak" -> needed.put(keycloak, part);
        case "Kafka" -> {
          needed.put(kafka, part);
          needed.put(kafka + 1, part);
        }
        case "mail inbox" -> {
          needed.put(smtp, part);
          needed.put(mailPage, part);
        }
        default -> {
          needed.put(of(part), part);
          needed.put(management.get(part), part);
        }
      }
    }
    return needed;
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** One whose next is free too. */
  private static int freePair(List<ServerSocket> held) {
    while (true) {
      int first = holdAny(held);
      if (hold(held, first + 1)) {
        return first;
      }
    }
  }

  private static int holdAny(List<ServerSocket> held) {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST_FREE, HIGHEST_FREE);
      if (hold(held, port)) {
        return port;
      }
    }
  }

  private static boolean hold(List<ServerSocket> held, int port) {
    try {
      held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
