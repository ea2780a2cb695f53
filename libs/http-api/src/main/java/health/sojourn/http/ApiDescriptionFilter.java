package health.sojourn.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * The description is for programs: pages are left out. What goes wrong looks the same everywhere,
 * so each call says so here instead of at each resource.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescriptionFilter implements OASFilter {
  private static final String PROBLEM = "Problem";

  @Override
  public void filterOpenAPI(OpenAPI description) {
    if (description.getPaths() == null) {
      return;
    }
    List.copyOf(description.getPaths().getPathItems().keySet()).stream()
        .filter(path -> !path.startsWith("/api/"))
        .forEach(description.getPaths()::removePathItem);
    if (description.getComponents() == null) {
      description.setComponents(OASFactory.createComponents());
    }
    description.getComponents().addSchema(PROBLEM, problem());
    for (PathItem path : description.getPaths().getPathItems().values()) {
      path.getOperations().values().forEach(ApiDescriptionFilter::answersProblems);
    }
    ReachableSchemas.keepOnly(description);
  }

  private static void answersProblems(Operation operation) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    if (operation.getResponses().getDefaultValue() == null) {
      operation
          .getResponses()
          .setDefaultValue(
              OASFactory.createAPIResponse()
                  .description("What went wrong and what to do (RFC 9457)"));
    }
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, answer) -> {
              if (answer.getContent() == null && status.matches("default|[45]..")) {
                answer.setContent(problemContent());
              }
            });
  }

  private static Content problemContent() {
    Schema schema = OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM);
    return OASFactory.createContent()
        .addMediaType(ProblemAnswers.PROBLEM_JSON, OASFactory.createMediaType().schema(schema));
  }

  private static Schema problem() {
    Schema error =
        OASFactory.createSchema()
            .addType(SchemaType.OBJECT)
            .addProperty("pointer", text("JSON Pointer (RFC 6901) into the body"))
            .addProperty("code", code())
            .addProperty("detail", text("What to do"))
            .required(List.of("pointer", "code", "detail"));
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .addProperty("type", text("A page about this kind of problem").format("uri"))
        .addProperty("title", text("The same for all problems of this code"))
        .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
        .addProperty("detail", text("About this one"))
        .addProperty("code", code())
        .addProperty("requestId", text("What to quote when asking for help"))
        .addProperty("errors", OASFactory.createSchema().addType(SchemaType.ARRAY).items(error))
        .required(List.of("type", "title", "status", "detail", "code", "requestId"));
  }

  private static Schema code() {
    return text("Stable; what a program should look at").pattern("^[a-z0-9]+(-[a-z0-9]+)*$");
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
  }
}
