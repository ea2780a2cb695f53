package health.sojourn.gateway.admin;

import com.fasterxml.jackson.databind.JsonNode;
import health.sojourn.gateway.GatewayConfig;
import health.sojourn.gateway.GatewayMessages;
import health.sojourn.gateway.route.ServiceClient;
import health.sojourn.gateway.route.ServiceClient.Answer;
import health.sojourn.gateway.signin.Sessions;
import health.sojourn.http.Language;
import health.sojourn.http.Problem;
import health.sojourn.web.Option;
import health.sojourn.web.Reader;
import health.sojourn.web.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who read or stored whose data. The inquiry service answers with the admin's own token: it decides
 * whether they may know.
 */
@Path("/admin/audit")
@Produces(MediaType.TEXT_HTML)
public class AuditPage {
  private static final List<String> ACTS =
      List.of("STORED", "READ_CASE", "READ_IDENTITY", "READ_MESSAGES", "EXPORTED", "ERASED");

  private final GatewayConfig config;
  private final ServiceClient client;
  private final SecurityIdentity admin;
  private final Reader reader;

  AuditPage(GatewayConfig config, ServiceClient client, SecurityIdentity admin, Reader reader) {
    this.config = config;
    this.client = client;
    this.admin = admin;
    this.reader = reader;
  }

  /**
   * One line of the log.
   *
   * @param kind {@code FACILITATOR}, {@code CLINIC}, {@code PARTNER}, {@code PATIENT}, {@code
   *     SYSTEM}
   * @param actor a name, or null for the patient and the system
   * @param reference null once the inquiry is gone
   */
  public record Entry(
      Instant at, String kind, String actor, String act, String inquiry, String reference) {
    private static Entry of(JsonNode line) {
      return new Entry(
          Instant.parse(line.path("at").asText()),
          line.path("actorKind").asText(),
          line.path("actor").asText(null),
          line.path("act").asText(),
          line.path("inquiryId").asText(),
          line.path("reference").asText(null));
    }
  }

  /**
   * @param away whether the inquiry service did not answer
   * @param refusal what it does not understand in the filter, or null
   * @param next address of the next page, or null
   * @param first address of the first page, or null where this is it
   */
  @CheckedTemplate(basePath = "admin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Audit(
      AuditFilter filter,
      List<Option> acts,
      List<Entry> entries,
      boolean away,
      String refusal,
      String next,
      String first)
      implements TemplateInstance {}

  @GET
  @RolesAllowed("admin")
  public TemplateInstance show(
      @QueryParam("actor") @Size(max = 255) String actor,
      @QueryParam("act") @Size(max = 40) String act,
      @QueryParam("inquiry") @Size(max = 40) String inquiry,
      @QueryParam("from") @Size(max = 10) String from,
      @QueryParam("to") @Size(max = 10) String to,
      @QueryParam("cursor") @Size(max = 1024) String cursor) {
    AuditFilter filter = new AuditFilter(actor, act, inquiry, from, to);
    Answer answer = ask(filter, cursor);
    if (answer.status() == 401 || answer.status() == 403) {
      throw Problem.forbidden(
          "session-refused", "The inquiry service did not accept your session. Sign in again.");
    }
    List<Entry> entries = new ArrayList<>();
    answer.body().path("items").forEach(line -> entries.add(Entry.of(line)));
    String next = answer.body().path("next").asText(null);
    boolean refused = answer.status() == 400 || answer.status() == 422;
    return new Audit(
        filter,
        ACTS.stream().map(one -> Option.of(one, Words.of("act", one, reader.language()))).toList(),
        entries,
        !answer.ok() && !refused,
        refused ? refusal(answer) : null,
        next == null ? null : filter.address("/admin/audit", next).toString(),
        cursor == null ? null : filter.address("/admin/audit", null).toString());
  }

  private Answer ask(AuditFilter filter, String cursor) {
    URI service = config.upstream().get("inquiry");
    String token = Sessions.accessToken(admin).orElseThrow();
    return client.get(service.resolve(filter.address("/internal/v1/audit", cursor)), token).join();
  }

  /** The service explains itself in English only. */
  private String refusal(Answer answer) {
    return reader.language() == Language.ENGLISH
        ? answer.body().path("detail").asText()
        : reader.messages(GatewayMessages.class).searchAdvice();
  }
}
