package health.sojourn.e2e.soak;

import health.sojourn.local.Platform;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes trouble with two hands: each takes the next fault of a shuffled deck, lets it last a while
 * and mends it. The hands never touch one part at the same time.
 */
final class Saboteur {
  private static final int HANDS = 2;
  private static final List<String> PARTS =
      List.of(
          "content-service",
          "provider-service",
          "inquiry-service",
          "gateway",
          "Kafka",
          "PostgreSQL");
  private static final Duration COMES_BACK = Duration.ofMinutes(3);

  /** Who relays holds an advisory lock in a session of its own. */
  private static final String RELAY =
      """
      select session.pid, (lock.classid::bigint << 32) | lock.objid::bigint as key
      from pg_locks lock join pg_stat_activity session using (pid)
      where lock.locktype = 'advisory' and lock.granted
        and session.application_name like '% relay'
      """;

  private final Platform platform;
  private final Map<String, Database> databases;
  private final Random random;
  private final Deque<Fault> deck = new ArrayDeque<>();
  private final Set<String> inTrouble = new HashSet<>();
  private final Map<String, Integer> made = new TreeMap<>();
  private final Instant begin = Instant.now();

  enum Kind {
    KILL,
    PAUSE,
    /** The session by which a service's relay is the only one is ended. */
    END_RELAY,
    /** Another session has the relay's lock for a while. */
    HOLD_RELAY
  }

  private record Fault(Kind kind, String target, int milliseconds) {
    String name() {
      return kind + " " + target;
    }
  }

  /**
   * @param databases by service, of those that relay events
   */
  Saboteur(long seed, Platform platform, Map<String, Database> databases) {
    this.random = new Random(seed);
    this.platform = platform;
    this.databases = databases;
  }

  /**
   * Makes trouble for so long, and returns when everything is back.
   *
   * @return how often by fault
   * @throws ExecutionException when a part did not come back
   */
  Map<String, Integer> work(Duration time) throws InterruptedException, ExecutionException {
    Instant end = begin.plus(time);
    ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    List<Random> ofEach =
        Stream.generate(() -> new Random(random.nextLong())).limit(HANDS).toList();
    List<Future<?>> working = new ArrayList<>();
    for (Random own : ofEach) {
      working.add(hands.submit(() -> work(own, end)));
    }
    for (Future<?> hand : working) {
      hand.get();
    }
    hands.shutdown();
    return made;
  }

  private Void work(Random random, Instant end) throws InterruptedException {
    while (Instant.now().isBefore(end)) {
      Fault fault = next();
      System.out.printf(
          "%4d s  %s for %d ms%n",
          Duration.between(begin, Instant.now()).toSeconds(), fault.name(), fault.milliseconds());
      mended(fault, make(fault));
      TimeUnit.MILLISECONDS.sleep(random.nextInt(2500));
    }
    return null;
  }

  private synchronized Fault next() {
    if (deck.stream().allMatch(fault -> inTrouble.contains(fault.target()))) {
      deck.addAll(shuffled());
    }
    Fault next =
        deck.stream().filter(fault -> !inTrouble.contains(fault.target())).findFirst().get();
    deck.remove(next);
    inTrouble.add(next.target());
    return next;
  }

  private synchronized void mended(Fault fault, boolean happened) {
    inTrouble.remove(fault.target());
    if (happened) {
      made.merge(fault.name(), 1, Integer::sum);
    }
  }

  private List<Fault> shuffled() {
    List<Fault> all = new ArrayList<>();
    for (String part : PARTS) {
      all.add(new Fault(Kind.KILL, part, lasting()));
      all.add(new Fault(Kind.PAUSE, part, lasting()));
    }
    for (String service : databases.keySet()) {
      all.add(new Fault(Kind.END_RELAY, service, 0));
      all.add(new Fault(Kind.HOLD_RELAY, service, lasting()));
    }
    Collections.shuffle(all, random);
    return all;
  }

  /** Mostly short; one in ten longer than sessions with the broker and the database last. */
  private int lasting() {
    return random.nextInt(10) == 0 ? 11_000 + random.nextInt(3_000) : 200 + random.nextInt(4_000);
  }

  /** False if there was nothing to break: the other hand has broken what it stands on. */
  private boolean make(Fault fault) throws InterruptedException {
    switch (fault.kind()) {
      case KILL -> {
        platform.kill(fault.target());
        last(fault);
        bringBack(fault.target());
      }
      case PAUSE -> {
        platform.pause(fault.target());
        last(fault);
        platform.resume(fault.target());
      }
      case END_RELAY, HOLD_RELAY -> {
        return takeTheLead(fault);
      }
    }
    return true;
  }

  private static void last(Fault fault) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(fault.milliseconds());
  }

  /** As the launcher would: again and again, for what it needs may be away too. */
  private void bringBack(String part) {
    Instant limit = Instant.now().plus(COMES_BACK);
    while (true) {
      try {
        platform.start(part);
        return;
      } catch (RuntimeException e) {
        if (Instant.now().isAfter(limit)) {
          throw new IllegalStateException(part + " does not come back", e);
        }
        System.out.println(part + " could not start: " + e.getMessage().lines().findFirst().get());
        platform.kill(part);
      }
    }
  }

  private boolean takeTheLead(Fault fault) throws InterruptedException {
    try (Connection connection = databases.get(fault.target()).connect();
        Statement statement = connection.createStatement()) {
      ResultSet relay = statement.executeQuery(RELAY);
      if (!relay.next()) {
        return false;
      }
      long key = relay.getLong("key");
      end(connection, relay.getInt("pid"));
      if (fault.kind() == Kind.HOLD_RELAY) {
        statement.execute("set lock_timeout = '5s'");
        statement.execute("select pg_advisory_lock(%d)".formatted(key));
        last(fault);
      }
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private static void end(Connection connection, int pid) throws SQLException {
    try (PreparedStatement end = connection.prepareStatement("select pg_terminate_backend(?)")) {
      end.setInt(1, pid);
      end.execute();
    }
  }
}
