package health.sojourn.messaging;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
