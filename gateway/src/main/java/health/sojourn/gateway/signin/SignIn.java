package health.sojourn.gateway.signin;

import health.sojourn.gateway.GatewayConfig;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks who somebody is. Whoever gets here comes back signed in. */
@Path("/")
public class SignIn {
  @CheckedTemplate
  static class Templates {
    static native TemplateInstance failed();
  }

  @Inject SecurityIdentity person;
  @Inject Sessions sessions;
  @Inject GatewayConfig config;

  @ConfigProperty(name = "quarkus.oidc.end-session-path")
  URI endSession;

  @GET
  @Path("signin")
  @Authenticated
  public Response signIn(@QueryParam("return") String target) {
    return Response.seeOther(here(ReturnPath.local(target).orElseGet(this::firstPage))).build();
  }

  /** Where the identity provider sends people back to; Quarkus handles what it brings. */
  @GET
  @Path("signin/callback")
  @Authenticated
  public Response callback() {
    return Response.seeOther(here(firstPage())).build();
  }

  @GET
  @Path("signin/failed")
  @PermitAll
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance failed() {
    return Templates.failed();
  }

  /** Ends the session here and at the identity provider, then goes to the front page. */
  @POST
  @Path("signout")
  @PermitAll
  public Uni<Response> signOut(RoutingContext context) {
    return sessions
        .of(context)
        .map(
            known -> {
              Sessions.forget(context);
              return Response.seeOther(known.flatMap(this::endAtProvider).orElse(here("/")))
                  .build();
            });
  }

  private Optional<URI> endAtProvider(SecurityIdentity known) {
    return Sessions.idToken(known)
        .map(
            token ->
                UriBuilder.fromUri(endSession)
                    .queryParam("id_token_hint", token)
                    .queryParam("post_logout_redirect_uri", here("/"))
                    .build());
  }

  private String firstPage() {
    if (person.hasRole("facilitator")) {
      return "/desk";
    }
    if (person.hasRole("clinic")) {
      return "/clinic-desk";
    }
    if (person.hasRole("admin")) {
      return "/admin";
    }
    return person.hasRole("editor") || person.hasRole("medical-reviewer") ? "/editor" : "/";
  }

  /** Absolute, so that whoever came by another name of this machine ends at the public one. */
  private URI here(String path) {
    String base = config.publicUrl().toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }
}
