package health.sojourn.messaging;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The service's handlers by the type of event they act on. */
@Singleton
class Handlers {
  private final Map<String, List<EventHandler<?>>> byType;
  private final Json json;

  Handlers(@All List<EventHandler<?>> handlers, Json json) {
    this.byType =
        handlers.stream().collect(Collectors.groupingBy(handler -> handler.contract().type()));
    this.json = json;
  }

  Set<String> topics() {
    return byType.values().stream()
        .flatMap(List::stream)
        .map(handler -> handler.contract().topic())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What this service listens to on one topic.
   *
   * @param state see {@link Contract#state()}
   */
  record Heard(String producer, String topic, Set<String> types, boolean state) {}

  /** Each topic once. */
  Collection<Heard> heard() {
    return byType.values().stream()
        .flatMap(List::stream)
        .map(EventHandler::contract)
        .collect(
            Collectors.toMap(
                Contract::topic,
                one -> new Heard(one.producer(), one.topic(), Set.of(one.type()), one.state()),
                Handlers::both,
                TreeMap::new))
        .values();
  }

  private static Heard both(Heard one, Heard other) {
    Set<String> types =
        Stream.of(one, other)
            .flatMap(heard -> heard.types().stream())
            .collect(Collectors.toUnmodifiableSet());
    return new Heard(one.producer(), one.topic(), types, one.state());
  }

  boolean knows(String type) {
    return byType.containsKey(type);
  }

  void handle(Message message) {
    for (EventHandler<?> handler : byType.getOrDefault(message.envelope().type(), List.of())) {
      handle(handler, message);
    }
  }

  private <T> void handle(EventHandler<T> handler, Message message) {
    if (message.payload() == null) {
      handler.removed(message.envelope());
    } else {
      handler.handle(json.read(message.payload(), handler.payload()), message.envelope());
    }
  }
}
