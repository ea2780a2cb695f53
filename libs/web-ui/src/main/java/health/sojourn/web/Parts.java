package health.sojourn.web;

import health.sojourn.http.FieldError;
import health.sojourn.money.Money;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** The living page of all parts, {@code /ui/parts}: for whoever builds a page, and for checks. */
@ApplicationScoped
public class Parts {
  private static final List<String> STATES =
      List.of(
          "RECEIVED",
          "ROUTED",
          "OFFERED",
          "VIEWED",
          "ACCEPTED",
          "QUOTED",
          "CHOSEN",
          "COMPLETED",
          "UNPLACED",
          "DECLINED",
          "EXPIRED",
          "WITHDRAWN",
          "LOST",
          "CLOSED");

  @Inject
  @Location("web/parts")
  Template parts;

  @Inject Clock clock;
  @Inject Reader reader;

  public TemplateInstance page() {
    Instant now = clock.instant();
    WebMessages say = reader.messages(WebMessages.class);
    return parts
        .data("now", now)
        .data("rates", LocalDate.ofInstant(now, ZoneOffset.UTC))
        .data("soon", now.plus(Duration.ofHours(5)))
        .data("later", now.plus(Duration.ofHours(50)))
        .data("earlier", now.minus(Duration.ofHours(30)))
        .data("low", Money.of("5000.00", "USD"))
        .data("high", Money.of("7500.00", "USD"))
        .data("convertedLow", Money.of("4630.00", "EUR"))
        .data("convertedHigh", Money.of("6945.00", "EUR"))
        .data(
            "errors",
            List.of(
                new FieldError(
                    "/wrong/email", "invalid-email", "Enter an address such as name@example.org"),
                new FieldError("/wrong/side", "required", "Choose which knee it is"),
                new FieldError("/wrong/consent", "required", "Tick the box if we may contact you")))
        .data("noErrors", List.of())
        .data("states", STATES)
        .data("included", List.of(say.exampleInjection(), say.exampleVisits()))
        .data("excluded", List.of(say.exampleFlight(), say.exampleHotel()))
        .data(
            "sides",
            List.of(
                Option.of("LEFT", say.exampleLeft()),
                Option.of("RIGHT", say.exampleRight()),
                new Option("BOTH", say.exampleBoth(), say.exampleWorse())))
        .data(
            "countries",
            List.of(
                new Facet("CO", country("CO"), 2, true),
                new Facet("MX", country("MX"), 2, false),
                new Facet("UNKNOWN", say.notStated(), 1, false)));
  }

  private String country(String code) {
    return new Locale("", code).getDisplayCountry(reader.locale());
  }
}
