package health.sojourn.provider.leadinbox;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Asks {@code inquiry-service} for a case and for what was written about it, with the caller's own
 * authority: health data and words about a patient do not travel on events and are not stored here.
 */
@Path("/internal/v1/leads")
@RegisterRestClient(configKey = "inquiry")
@RegisterClientHeaders
public interface CaseClient {

  @GET
  @Path("/{id}/case")
  LeadCase get(@PathParam("id") UUID id);

  @GET
  @Path("/{id}/messages")
  Conversation messages(@PathParam("id") UUID id);

  /** Kept once under one id, however often it is put. */
  @PUT
  @Path("/{id}/messages/{message}")
  void put(@PathParam("id") UUID id, @PathParam("message") UUID message, Words words);

  record Words(String text, MessageKind kind) {}
}
