package health.sojourn.provider.leadinbox;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.sojourn.messaging.Contract;
import health.sojourn.testing.Contracts;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Speaks as {@code inquiry-service} on the real broker, and hears what clinics answer. */
@Singleton
public class LeadTopic {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Inject EntityManager entities;
  @Inject LeadInbox inbox;
  @Inject ObjectMapper json;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String servers;

  private KafkaProducer<String, String> producer;
  private KafkaConsumer<String, String> answers;
  private final List<ConsumerRecord<String, String>> heard = new ArrayList<>();

  /** Offers a new lead and waits until it is in the inbox. */
  public UUID offer(String clinic, Instant answerBy) {
    UUID lead = UUID.randomUUID();
    send(LeadEvents.OFFERED, offered(lead, clinic, answerBy), UUID.randomUUID());
    awaitStatus(lead, InboxStatus.OFFERED);
    return lead;
  }

  /** Offers a new lead, which the clinic accepts. */
  public UUID accepted(String clinic) {
    UUID lead = offer(clinic, Instant.now().plus(Duration.ofDays(1)));
    inbox.accept(lead, clinic);
    return lead;
  }

  /** Says that the patient chose the clinic. */
  public void choose(UUID lead) {
    send(LeadEvents.CHOSEN, example("lead-chosen", lead), UUID.randomUUID());
    awaitStatus(lead, InboxStatus.CHOSEN);
  }

  public ObjectNode offered(UUID lead, String clinic, Instant answerBy) {
    return example("lead-offered", lead)
        .put("clinic", clinic)
        .put("offeredAt", Instant.now().minusSeconds(3600).toString())
        .put("answerBy", answerBy.toString());
  }

  public ObjectNode example(String event, UUID lead) {
    try {
      var payload = (ObjectNode) json.readTree(Contracts.example("inquiry/" + event));
      return payload.put("leadId", lead.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public void send(Contract contract, ObjectNode payload, UUID eventId) {
    String key = payload.get("leadId").asText();
    var record = new ProducerRecord<>(contract.topic(), key, payload.toString());
    Map<String, String> headers =
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            eventId.toString(),
            "ce_type",
            contract.type(),
            "ce_source",
            "/inquiry-service",
            "ce_subject",
            key,
            "ce_time",
            "2026-11-22T10:00:00Z");
    headers.forEach(
        (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    producer().send(record);
    producer().flush();
  }

  public void awaitStatus(UUID lead, InboxStatus status) {
    await().atMost(PATIENCE).until(() -> status(lead) == status);
  }

  @Transactional
  public InboxStatus status(UUID lead) {
    InboxLead found = entities.find(InboxLead.class, lead);
    return found == null ? null : found.status();
  }

  /** Waits for what the clinic side said about a lead, in order, as {@code type payload}. */
  public List<String> awaitAnswers(UUID lead, int count) {
    await().atMost(PATIENCE).until(() -> answersAbout(lead).size() >= count);
    return answersAbout(lead);
  }

  private synchronized List<String> answersAbout(UUID lead) {
    answers().poll(Duration.ofMillis(200)).forEach(heard::add);
    return heard.stream()
        .filter(it -> lead.toString().equals(it.key()))
        .map(it -> header(it, "ce_type") + " " + it.value())
        .toList();
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private KafkaProducer<String, String> producer() {
    if (producer == null) {
      producer =
          new KafkaProducer<>(
              Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
              new StringSerializer(),
              new StringSerializer());
    }
    return producer;
  }

  private KafkaConsumer<String, String> answers() {
    if (answers == null) {
      answers =
          new KafkaConsumer<>(
              Map.of(
                  ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                  servers,
                  ConsumerConfig.GROUP_ID_CONFIG,
                  "test-" + UUID.randomUUID(),
                  ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                  "earliest"),
              new StringDeserializer(),
              new StringDeserializer());
      answers.subscribe(List.of(LeadAnswers.VIEWED.topic()));
    }
    return answers;
  }

  @PreDestroy
  synchronized void close() {
    if (producer != null) {
      producer.close();
    }
    if (answers != null) {
      answers.close();
    }
  }
}
