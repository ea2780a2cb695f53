package health.sojourn.local;

import health.sojourn.kafka.KafkaProcess;
import java.nio.file.Path;
import java.util.Optional;

/** The broker of {@code deploy/kafka}. */
final class Kafka implements Part {
  private final Settings settings;
  private final KafkaProcess process;
  private volatile Child child;

  Kafka(Settings settings) {
    this.settings = settings;
    this.process = KafkaProcess.lasting(settings.home().resolve("kafka"), settings.ports().kafka());
  }

  @Override
  public String name() {
    return "Kafka";
  }

  @Override
  public void start() {
    try {
      process.start();
    } catch (IllegalStateException e) {
      throw new Trouble(e.getMessage(), e);
    }
    child = Child.adopt(settings.home(), name(), "TERM", process.process().orElseThrow(), log());
  }

  @Override
  public Optional<Child> child() {
    return Optional.ofNullable(child);
  }

  @Override
  public void endLeftover() {
    process.stop();
  }

  @Override
  public void stop() {
    process.stop();
    child().ifPresent(Child::stop);
  }

  @Override
  public Path log() {
    return process.log();
  }
}
