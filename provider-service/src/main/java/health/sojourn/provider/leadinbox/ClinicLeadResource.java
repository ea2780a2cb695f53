package health.sojourn.provider.leadinbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.sojourn.http.Page;
import health.sojourn.provider.people.SignedInClinic;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A clinic's inbox. Only its own leads exist for it. */
@Path("/api/v1/clinic-leads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinic's inbox")
public class ClinicLeadResource {
  @Inject SignedInClinic signedIn;
  @Inject LeadInbox inbox;
  @Inject Cases cases;
  @Inject Conversations conversations;

  /** A lead with its case, without anything that names the patient. */
  @Schema(name = "ClinicLeadWithCase")
  public record LeadWithCase(
      LeadView lead,
      @Schema(name = "case", description = "null once the lead has ended") @JsonProperty("case")
          LeadCase content) {}

  public record Decline(@NotNull DeclineReason reason) {}

  /** The answer as the description shows it. */
  @Schema(name = "ClinicLeadPage")
  record LeadPage(
      List<LeadView> items,
      @Schema(description = "The cursor of the next page; null at the end", maxLength = 1024)
          String next) {}

  @GET
  @RolesAllowed("clinic")
  @Operation(operationId = "listClinicLeads", summary = "The inbox, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of leads",
      content = @Content(schema = @Schema(implementation = LeadPage.class)))
  @APIResponse(responseCode = "400", description = "The cursor or the filter is not one of ours")
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not a clinic's account")
  public Page<LeadView> list(
      @Parameter(
              description = "Only these; all if absent",
              schema = @Schema(implementation = InboxFilter.class))
          @QueryParam("filter")
          String filter,
      @Parameter(description = "1 to 100, 20 if absent") @QueryParam("limit") String limit,
      @Parameter(description = "The `next` of the page before", schema = @Schema(maxLength = 1024))
          @QueryParam("cursor")
          String cursor) {
    Page<InboxLead> page =
        inbox.leadsOf(signedIn.slug(), InboxFilter.of(filter), cursor, Page.limit(limit));
    return new Page<>(page.items().stream().map(LeadView::of).toList(), page.next());
  }

  @GET
  @RolesAllowed("clinic")
  @Path("/{id}")
  @Operation(
      operationId = "getClinicLead",
      summary = "One lead with its de-identified case",
      description = "Every reading is written down, and the patient can see it.")
  @APIResponse(
      responseCode = "200",
      description = "The lead and its case",
      content = @Content(schema = @Schema(implementation = LeadWithCase.class)))
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not a clinic's account")
  @APIResponse(responseCode = "404", description = "Not in your inbox")
  @APIResponse(responseCode = "503", description = "The case can't be fetched right now")
  public LeadWithCase get(@PathParam("id") UUID id) {
    Cases.OpenCase open = cases.open(id, signedIn.slug(), signedIn.person());
    return new LeadWithCase(LeadView.of(open.lead()), open.content());
  }

  @POST
  @RolesAllowed("clinic")
  @Path("/{id}/acceptance")
  @Operation(operationId = "acceptClinicLead", summary = "Take the case")
  @APIResponse(
      responseCode = "200",
      description = "Accepted; also when it was accepted before",
      content = @Content(schema = @Schema(implementation = LeadView.class)))
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not a clinic's account")
  @APIResponse(responseCode = "404", description = "Not in your inbox")
  @APIResponse(responseCode = "409", description = "Too late, ended, or answered otherwise")
  public LeadView accept(@PathParam("id") UUID id) {
    return LeadView.of(inbox.accept(id, signedIn.slug()));
  }

  @POST
  @RolesAllowed("clinic")
  @Path("/{id}/decline")
  @Operation(operationId = "declineClinicLead", summary = "Say no, with a reason")
  @APIResponse(
      responseCode = "200",
      description = "Declined; also when it was declined for the same reason before",
      content = @Content(schema = @Schema(implementation = LeadView.class)))
  @APIResponse(responseCode = "400", description = "Not JSON, or no body")
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not a clinic's account")
  @APIResponse(responseCode = "404", description = "Not in your inbox")
  @APIResponse(responseCode = "409", description = "Too late, ended, or answered otherwise")
  @APIResponse(responseCode = "422", description = "The reason is missing or not one of ours")
  public LeadView decline(@PathParam("id") UUID id, @Valid @NotNull Decline decline) {
    return LeadView.of(inbox.decline(id, signedIn.slug(), decline.reason()));
  }

  @POST
  @RolesAllowed("clinic")
  @Path("/{id}/question")
  @Operation(
      operationId = "askAboutClinicLead",
      summary = "Ask the patient something before answering or quoting",
      description = "A facilitator reads it before the patient does. No clock stops.")
  @APIResponse(
      responseCode = "201",
      description = "Asked; also when it was asked under this key before",
      content = @Content(schema = @Schema(implementation = ConversationResource.Sent.class)))
  @APIResponse(responseCode = "400", description = "Not JSON, or no body")
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not a clinic's account")
  @APIResponse(responseCode = "404", description = "Not in your inbox, or not open to you any more")
  @APIResponse(responseCode = "409", description = "Too late, or ended")
  @APIResponse(responseCode = "422", description = "The text is missing or too long")
  @APIResponse(responseCode = "503", description = "It can't be kept right now; nothing was done")
  public Response ask(
      @PathParam("id") UUID id,
      @Parameter(description = "The same key again is the same question")
          @HeaderParam("Idempotency-Key")
          @Size(min = 1, max = 255)
          String key,
      @Valid @NotNull NewMessage question) {
    return ConversationResource.sent(
        conversations.write(
            id,
            signedIn.slug(),
            signedIn.person(),
            key,
            question.text().strip(),
            MessageKind.QUESTION));
  }

  @POST
  @RolesAllowed("clinic")
  @Path("/{id}/treatment")
  @Operation(
      operationId = "reportTreatment",
      summary = "Say how a chosen case ended",
      description = "The patient or a facilitator confirms it before the inquiry is completed.")
  @APIResponse(
      responseCode = "200",
      description = "Reported; also when the same was reported before",
      content = @Content(schema = @Schema(implementation = LeadView.class)))
  @APIResponse(responseCode = "400", description = "Not JSON, or no body")
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not a clinic's account")
  @APIResponse(responseCode = "404", description = "Not in your inbox")
  @APIResponse(responseCode = "409", description = "Not chosen, or reported otherwise")
  @APIResponse(responseCode = "422", description = "A day to come, or a reason that is missing")
  public LeadView report(@PathParam("id") UUID id, @Valid @NotNull TreatmentReport report) {
    return LeadView.of(inbox.report(id, signedIn.slug(), report));
  }
}
