package health.sojourn.provider.change;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import health.sojourn.provider.leadinbox.DeskFrame;
import health.sojourn.provider.leadinbox.DeskFrames;
import health.sojourn.provider.people.ClinicAccess;
import health.sojourn.provider.verification.Attribute;
import health.sojourn.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a clinic keeps what it states about itself: what is missing, what ends, what waits. */
@Path("/clinic-desk/facts")
@Produces(MediaType.TEXT_HTML)
public class OwnFactPages {
  private static final String DESK = "/clinic-desk";

  @Inject DeskFrames frames;
  @Inject ClinicAccess access;
  @Inject Changes changes;
  @Inject FactSheets sheets;
  @Inject Clock clock;

  @CheckedTemplate(basePath = "change", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record OwnFacts(DeskFrame frame, List<FactRow.Group> groups) implements TemplateInstance {}

  @CheckedTemplate(basePath = "change", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record OwnFact(DeskFrame frame, FactSheets.Sheet sheet) implements TemplateInstance {}

  @GET
  @RolesAllowed("clinic")
  @Operation(hidden = true)
  public TemplateInstance list() {
    DeskFrame frame = frames.current();
    LocalDate today = LocalDate.now(clock);
    Map<Standing, List<FactRow>> rows =
        changes.ofClinic(frame.slug()).stream()
            .map(it -> FactRow.of(it, today))
            .collect(groupingBy(FactRow::standing, () -> new EnumMap<>(Standing.class), toList()));
    return new OwnFacts(
        frame,
        rows.entrySet().stream().map(it -> new FactRow.Group(it.getKey(), it.getValue())).toList());
  }

  @GET
  @RolesAllowed("clinic")
  @Path("/{name}")
  @Operation(hidden = true)
  public TemplateInstance show(@PathParam("name") String name, @QueryParam("offer") String offer) {
    DeskFrame frame = frames.current();
    Attribute attribute = changes.attribute(frame.slug(), offer, name);
    return new OwnFact(frame, sheets.sheet(attribute, DESK, access.author()));
  }

  @POST
  @RolesAllowed("clinic")
  @Path("/{name}")
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @Operation(hidden = true)
  public Response propose(
      @PathParam("name") String name, @QueryParam("offer") String offer, FactForm form) {
    DeskFrame frame = frames.current();
    Attribute attribute = changes.attribute(frame.slug(), offer, name);
    FactSheets.Sheet sheet = sheets.submit(attribute, DESK, access.author(), form);
    if (sheet.changed() || !sheet.errors().isEmpty()) {
      URI at = URI.create(sheet.address());
      return Response.status(sheet.changed() ? 409 : 422)
          .entity(Reader.at(at, new OwnFact(frame, sheet)))
          .build();
    }
    return Response.seeOther(URI.create(sheet.address())).build();
  }

  @POST
  @RolesAllowed("clinic")
  @Path("/{name}/withdrawal")
  @Operation(hidden = true)
  public Response withdraw(
      @PathParam("name") String name,
      @QueryParam("offer") String offer,
      @FormParam("change") UUID change) {
    Attribute attribute = changes.attribute(frames.current().slug(), offer, name);
    changes.withdraw(attribute, change, access.author());
    return Response.seeOther(URI.create(sheets.sheet(attribute, DESK, access.author()).address()))
        .build();
  }
}
