package health.sojourn.provider.people;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The handful of calls of Keycloak's admin API that people need. */
@Path("/admin/realms/sojourn")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "keycloak")
interface KeycloakAdmin {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record RealmRole(String id, String name) {}

  /** By username; either {@code search} or {@code q}: Keycloak ignores the second of them. */
  @GET
  @Path("/users")
  List<Account> users(
      @HeaderParam("Authorization") String token,
      @QueryParam("search") String search,
      @QueryParam("q") String q,
      @QueryParam("briefRepresentation") boolean brief,
      @QueryParam("first") int first,
      @QueryParam("max") int max);

  @GET
  @Path("/users")
  List<Account> usersByEmail(
      @HeaderParam("Authorization") String token,
      @QueryParam("email") String email,
      @QueryParam("exact") boolean exact,
      @QueryParam("briefRepresentation") boolean brief);

  /** By username. Who has the role through another one is not among them. */
  @GET
  @Path("/roles/{role}/users")
  List<Account> usersWithRole(
      @HeaderParam("Authorization") String token,
      @PathParam("role") String role,
      @QueryParam("briefRepresentation") boolean brief,
      @QueryParam("first") int first,
      @QueryParam("max") int max);

  @POST
  @Path("/users")
  Response create(@HeaderParam("Authorization") String token, Account account);

  @GET
  @Path("/users/{id}")
  Account user(@HeaderParam("Authorization") String token, @PathParam("id") UUID id);

  @PUT
  @Path("/users/{id}")
  void update(
      @HeaderParam("Authorization") String token, @PathParam("id") UUID id, Account account);

  @DELETE
  @Path("/users/{id}")
  void remove(@HeaderParam("Authorization") String token, @PathParam("id") UUID id);

  @POST
  @Path("/users/{id}/logout")
  void endSessions(@HeaderParam("Authorization") String token, @PathParam("id") UUID id);

  @PUT
  @Path("/users/{id}/execute-actions-email")
  void mailActions(
      @HeaderParam("Authorization") String token,
      @PathParam("id") UUID id,
      @QueryParam("client_id") String client,
      @QueryParam("redirect_uri") String back,
      @QueryParam("lifespan") long seconds,
      List<String> actions);

  @GET
  @Path("/roles/{role}")
  RealmRole role(@HeaderParam("Authorization") String token, @PathParam("role") String role);

  @GET
  @Path("/users/{id}/role-mappings/realm")
  List<RealmRole> rolesOf(@HeaderParam("Authorization") String token, @PathParam("id") UUID id);

  @POST
  @Path("/users/{id}/role-mappings/realm")
  void giveRoles(
      @HeaderParam("Authorization") String token, @PathParam("id") UUID id, List<RealmRole> roles);

  @DELETE
  @Path("/users/{id}/role-mappings/realm")
  void takeRoles(
      @HeaderParam("Authorization") String token, @PathParam("id") UUID id, List<RealmRole> roles);
}
