package health.sojourn.kafka;

import java.nio.file.Path;

/** A process that starts a broker and then does nothing, to be killed. */
class Parent {
  public static void main(String... args) throws InterruptedException {
    KafkaProcess.passing(Path.of(args[0]), Integer.parseInt(args[1])).start();
    Thread.currentThread().join();
  }
}
