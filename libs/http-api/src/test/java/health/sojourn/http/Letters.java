package health.sojourn.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** A small API to try the conventions on: letters, stored in a table of the test's own. */
@Path("/api/v1/letters")
@PermitAll
public class Letters {

  enum Stamp {
    BLUE,
    RED
  }

  record Address(@NotBlank @Size(max = 20) String street) {}

  record Letter(
      @NotBlank String text,
      @Min(1) Integer pages,
      Stamp stamp,
      UUID reply,
      @Valid @NotNull Address to,
      List<@Valid Address> copies) {}

  record After(int number) {}

  /** Lets a test hold a request while another one comes. */
  static volatile CountDownLatch started = new CountDownLatch(0);

  static volatile CountDownLatch mayEnd = new CountDownLatch(0);

  private final DataSource database;
  private final IdempotencyKeys keys;
  private final Cursors cursors;
  private final PublicReads reads;

  Letters(DataSource database, IdempotencyKeys keys, Cursors cursors, PublicReads reads) {
    this.database = database;
    this.keys = keys;
    this.cursors = cursors;
    this.reads = reads;
  }

  @POST
  public Response send(@Valid Letter letter, @HeaderParam("Idempotency-Key") String key) {
    return keys.once("somebody", "POST /api/v1/letters", key, letter, () -> store(letter));
  }

  private Response store(Letter letter) {
    UUID id = UUID.randomUUID();
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement("insert into letter (id, text) values (?, ?)")) {
      insert.setObject(1, id);
      insert.setString(2, letter.text());
      insert.executeUpdate();
      started.countDown();
      mayEnd.await();
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (letter.text().equals("fail")) {
      throw new IllegalStateException("secret inner words");
    }
    return Response.created(URI.create("/api/v1/letters/" + id)).entity(Map.of("id", id)).build();
  }

  @GET
  public Page<Integer> list(
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @QueryParam("year") Integer year,
      @QueryParam("stamp") Stamp stamp,
      @QueryParam("weight") @Max(100) java.math.BigDecimal weight) {
    int size = Page.limit(limit);
    int after = cursors.read(cursor, After.class).map(After::number).orElse(0);
    List<Integer> rows =
        IntStream.rangeClosed(1, 5).filter(n -> n > after).limit(size + 1L).boxed().toList();
    return cursors.page(rows, size, After::new);
  }

  @GET
  @Path("public")
  public Response cached() {
    return reads.json(new Page<>(List.of("a"), "b"), Duration.ofMinutes(1));
  }

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public String one(@PathParam("id") UUID id) {
    throw Problem.notFound("letter-not-found", "There is no such letter.");
  }

  @PUT
  @Path("{id}")
  public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    ETags.requireMatch(ifMatch, ETags.ofVersion(3));
    return Response.noContent().build();
  }

  @POST
  @Path("tree")
  public int tree(JsonNode tree) {
    return tree.size();
  }

  @POST
  @Path("form")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response form(@jakarta.ws.rs.FormParam("text") @NotEmpty String text) {
    return Response.seeOther(URI.create("/api/v1/letters?n=" + text.length())).build();
  }

  @GET
  @Path("staff")
  @RolesAllowed("facilitator")
  public String staff() {
    return "for staff";
  }

  @GET
  @Path("away")
  @Transactional
  public String away() throws SQLException {
    throw new IllegalStateException(new SQLException("connection refused", "08001"));
  }
}
