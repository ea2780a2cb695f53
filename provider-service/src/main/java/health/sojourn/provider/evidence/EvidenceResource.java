package health.sojourn.provider.evidence;

import health.sojourn.http.Problem;
import health.sojourn.provider.people.ClinicAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files for whoever checks. Nobody reads them but facilitators and the clinic itself. */
@Path("/api/v1/clinics/{slug}/evidence")
@Tag(name = "Facts")
public class EvidenceResource {
  /** A file is data here: whatever is in it, a browser does not run it. */
  private static final String INERT = "default-src 'none'; sandbox";

  @Inject ClinicAccess access;
  @Inject EvidenceFiles files;

  @POST
  @RolesAllowed({"clinic", "facilitator"})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "uploadEvidence",
      summary = "A file that shows something, to be named by changes",
      description =
          "The body is the file: PDF, JPEG or PNG by its content, 10 MB at most unless the operator says otherwise.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/octet-stream",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "201",
      description = "Kept; the same file again has the same id",
      content = @Content(schema = @Schema(implementation = EvidenceFile.class)))
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not your clinic")
  @APIResponse(responseCode = "404", description = "No such clinic")
  @APIResponse(responseCode = "413", description = "Too large")
  @APIResponse(responseCode = "415", description = "Neither PDF, JPEG nor PNG")
  @APIResponse(responseCode = "422", description = "Empty")
  public Response upload(
      @Parameter(example = "demo-bogota", schema = @Schema(maxLength = 60, pattern = "[a-z0-9-]+"))
          @PathParam("slug")
          String slug,
      @Parameter(description = "What the file is called", schema = @Schema(maxLength = 200))
          @QueryParam("name")
          @Size(max = 200)
          String name,
      InputStream content) {
    access.mayChange(slug);
    EvidenceFile file = files.keep(slug, name, content, access.author());
    return Response.created(URI.create(file.address())).entity(file).build();
  }

  @GET
  @RolesAllowed({"clinic", "facilitator"})
  @Path("/{id}")
  @Produces(MediaType.WILDCARD)
  @Operation(operationId = "downloadEvidence", summary = "The file, to be saved")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = "application/octet-stream",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Your role can't see evidence")
  @APIResponse(responseCode = "404", description = "No such file, or not your clinic's")
  public Response download(
      @Parameter(example = "demo-bogota", schema = @Schema(maxLength = 60, pattern = "[a-z0-9-]+"))
          @PathParam("slug")
          String slug,
      @PathParam("id") UUID id) {
    access.mayRead(slug);
    EvidenceFile file =
        files
            .find(slug, id)
            .orElseThrow(
                () -> Problem.notFound("evidence-not-found", "The clinic has no such file."));
    StreamingOutput content = to -> files.copy(id, to);
    return Response.ok(content, file.type().mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(file.name()))
        .header(HttpHeaders.CONTENT_LENGTH, file.size())
        .header("Content-Security-Policy", INERT)
        .build();
  }
}
