package health.sojourn.e2e.soak;

import health.sojourn.e2e.soak.Caller.Answer;
import health.sojourn.e2e.soak.Findings.Effect;
import health.sojourn.e2e.soak.Findings.Inquiry;
import health.sojourn.e2e.soak.Findings.Received;
import health.sojourn.e2e.soak.Findings.Said;
import health.sojourn.e2e.soak.Findings.Sent;
import health.sojourn.e2e.soak.Findings.Step;
import health.sojourn.e2e.soak.History.Act;
import health.sojourn.e2e.soak.History.Call;
import health.sojourn.local.Inbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** Reads the findings from where they are. Nothing may be under way meanwhile. */
final class FindingsReader {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String SAID = "select id, position, topic, key, type from event";

  /** When the transaction began: there is one after the other. */
  private static final String RECEIVED = "select event_id from inbox order by handled_at";

  private static final String DEAD = "select type, key, reason from dead_letter";
  private static final String OFFERED = "select id as key, 1 as times from inbox_lead";

  /** A lead is accepted or, after its end, the clinic is told that it was. */
  private static final String ACCEPTED =
      """
      select data ->> 'leadId' as key, count(*) as times from inquiry_history
      where kind in ('lead-accepted', 'lead-closed') group by 1
      """;

  private static final String TOLD =
      """
      select data ->> 'leadId' as key, count(*) as times from inquiry_history
      where kind = ? group by 1
      """;
  private static final String INQUIRIES =
      """
      select id, status, owner, clinic,
        exists (select from scheduled_tasks
          where task_name = 'route-inquiry' and task_instance = inquiry.id::text) as routing,
        exists (select from lead
          join clock on clock.lead_id = lead.id and clock.kind = 'ANSWER' and clock.stopped_at is null
          join scheduled_tasks on task_name = 'expire-lead' and task_instance = lead.id::text
          where lead.inquiry_id = inquiry.id and lead.status in ('OFFERED', 'VIEWED')) as answer,
        exists (select from lead where lead.inquiry_id = inquiry.id and lead.clinic = inquiry.clinic
          and lead.status = 'ACCEPTED') as offer,
        exists (select from clock where clock.inquiry_id = inquiry.id and clock.kind = 'REVIEW'
          and clock.stopped_at is null) as review
      from inquiry
      """;

  private final Map<String, Database> databases;
  private final Broker broker;
  private final Inbox mails;
  private final Caller caller;

  /**
   * @param databases by service
   */
  FindingsReader(Map<String, Database> databases, Broker broker, Inbox mails, Caller caller) {
    this.databases = databases;
    this.broker = broker;
    this.mails = mails;
    this.caller = caller;
  }

  Findings read(List<Call> calls) throws Exception {
    return new Findings(
        inquiriesOf(calls),
        databases.get("inquiry-service").query(INQUIRIES, FindingsReader::inquiry),
        said(),
        received(),
        broker.events(),
        effects(),
        mails.mails().stream()
            .map(mail -> new Sent(mail.to(), mail.messageId(), mail.subject()))
            .toList(),
        deadLetters());
  }

  /** As a facilitator finds them: names are sealed in the database. */
  private Map<String, List<String>> inquiriesOf(List<Call> calls) {
    Map<String, List<String>> found = new TreeMap<>();
    for (Call call : calls) {
      if (call.act() == Act.SEND_INQUIRY && !found.containsKey(call.subject())) {
        found.put(call.subject(), search(call.subject()));
      }
    }
    return found;
  }

  /** Keycloak may find out only now that its connections to the database broke. */
  private List<String> search(String address) {
    String path = "/api/v1/inquiries?limit=100&q=" + address;
    Answer answer =
        Awaitility.await("the search for " + address)
            .atMost(PATIENCE)
            .pollDelay(Duration.ZERO)
            .until(() -> caller.getAs("demo-facilitator", path), Answer::ok);
    return StreamSupport.stream(answer.body().path("items").spliterator(), false)
        .map(item -> item.path("id").asText())
        .toList();
  }

  private static Inquiry inquiry(ResultSet row) throws SQLException {
    Set<Step> steps = EnumSet.noneOf(Step.class);
    for (Step step : Step.values()) {
      if (row.getBoolean(step.name().toLowerCase(Locale.ROOT))) {
        steps.add(step);
      }
    }
    return new Inquiry(
        row.getString("id"),
        row.getString("status"),
        row.getString("owner"),
        row.getString("clinic"),
        steps);
  }

  private List<Said> said() throws SQLException {
    List<Said> all = new ArrayList<>();
    for (Map.Entry<String, Database> one : databases.entrySet()) {
      all.addAll(one.getValue().query(SAID, row -> said(one.getKey(), row)));
    }
    return all;
  }

  private static Said said(String service, ResultSet row) throws SQLException {
    return new Said(
        service,
        row.getObject("id", UUID.class),
        row.getLong("position"),
        row.getString("topic"),
        row.getString("key"),
        row.getString("type").replaceAll("^.*\\.(.+)\\.v\\d+$", "$1"));
  }

  private List<Received> received() throws SQLException {
    List<Received> all = new ArrayList<>();
    for (Map.Entry<String, Database> one : databases.entrySet()) {
      all.addAll(
          one.getValue()
              .query(
                  RECEIVED,
                  row -> new Received(one.getKey(), row.getObject("event_id", UUID.class))));
    }
    return all;
  }

  private List<Effect> effects() throws SQLException {
    List<Effect> all = new ArrayList<>(effects("provider-service", "lead-offered", OFFERED));
    all.addAll(effects("inquiry-service", "lead-accepted", ACCEPTED));
    all.addAll(effects("inquiry-service", "lead-viewed", TOLD, "lead-viewed"));
    all.addAll(effects("inquiry-service", "lead-declined", TOLD, "lead-declined"));
    return all;
  }

  private List<Effect> effects(String consumer, String type, String sql, Object... arguments)
      throws SQLException {
    return databases
        .get(consumer)
        .query(
            sql,
            row -> new Effect(consumer, type, row.getString("key"), row.getLong("times")),
            arguments);
  }

  private List<String> deadLetters() throws SQLException {
    List<String> all = new ArrayList<>();
    for (Map.Entry<String, Database> one : databases.entrySet()) {
      all.addAll(
          one.getValue()
              .query(
                  DEAD,
                  row ->
                      "%s: %s of %s, %s"
                          .formatted(
                              one.getKey(),
                              row.getString("type"),
                              row.getString("key"),
                              row.getString("reason"))));
    }
    return all;
  }
}
