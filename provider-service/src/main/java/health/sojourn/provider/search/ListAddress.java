package health.sojourn.provider.search;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address of the list with its filters, from which links to others like it are made. */
record ListAddress(List<Parameter> parameters) {
  private static final String PATH = "/clinics";

  record Parameter(String name, String value) {
    Parameter without(String one) {
      return Column.same(value, one)
          ? new Parameter(name, "")
          : new Parameter(
              name,
              Stream.of(value.split(","))
                  .filter(part -> !Column.same(part.strip(), one))
                  .collect(Collectors.joining(",")));
    }
  }

  /** At the first page. */
  static ListAddress of(UriInfo uri) {
    List<Parameter> parameters = new ArrayList<>();
    uri.getQueryParameters()
        .forEach(
            (name, values) ->
                values.stream()
                    .filter(value -> !value.isBlank() && !name.equals("cursor"))
                    .forEach(value -> parameters.add(new Parameter(name, value))));
    return new ListAddress(parameters);
  }

  /** With this alone under the name. */
  ListAddress with(String name, String value) {
    ListAddress with = new ListAddress(new ArrayList<>(without(name).parameters));
    with.parameters.add(new Parameter(name, value));
    return with;
  }

  ListAddress without(String name) {
    return new ListAddress(parameters.stream().filter(it -> !it.name().equals(name)).toList());
  }

  /** A list may be sent as one value with commas: then the others of it stay. */
  ListAddress without(String name, String value) {
    return new ListAddress(
        parameters.stream()
            .map(it -> it.name().equals(name) ? it.without(value) : it)
            .filter(it -> !it.value().isEmpty())
            .toList());
  }

  @Override
  public String toString() {
    return parameters.isEmpty()
        ? PATH
        : parameters.stream()
            .map(it -> encoded(it.name()) + "=" + encoded(it.value()))
            .collect(Collectors.joining("&", PATH + "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
