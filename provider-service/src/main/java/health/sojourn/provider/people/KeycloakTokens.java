package health.sojourn.provider.people;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Where this service gets a token of its own (RFC 6749, 4.4). */
@Path("/realms/sojourn/protocol/openid-connect/token")
@RegisterRestClient(configKey = "keycloak")
interface KeycloakTokens {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Granted(
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("expires_in") long expiresIn) {}

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.APPLICATION_JSON)
  Granted get(
      @FormParam("grant_type") String grant,
      @FormParam("client_id") String client,
      @FormParam("client_secret") String secret);
}
