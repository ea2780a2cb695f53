package health.sojourn.provider.quote;

import health.sojourn.http.FieldError;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The form of a quote as it was filled in, kept as typed so that it can be shown again. Lines of
 * text stand for lists, and one currency for all amounts.
 *
 * @param key makes a second click the same quote
 * @param version which version this is to be
 */
record QuoteForm(
    String key,
    String version,
    List<Line> lines,
    String currency,
    String included,
    String excluded,
    String visits,
    String nights,
    String followUp,
    String deposit,
    String refundRule,
    String validUntil,
    String language,
    String templateName) {
  private static final int FIRST_LINES = 3;
  private static final int MOST_LINES = 40;
  private static final Line BLANK = new Line("", "");

  record Line(String text, String amount) {
    boolean isBlank() {
      return text.isBlank() && amount.isBlank();
    }
  }

  /** A line with the names of its fields. */
  record Row(int index, Line line) {
    public int number() {
      return index + 1;
    }

    public String textField() {
      return "items." + index + ".text";
    }

    public String amountField() {
      return "items." + index + ".amount";
    }
  }

  public List<Row> rows() {
    return IntStream.range(0, lines.size()).mapToObj(it -> new Row(it, lines.get(it))).toList();
  }

  static QuoteForm of(MultivaluedMap<String, String> sent) {
    List<Line> lines = new ArrayList<>();
    while (lines.size() < MOST_LINES && sent.containsKey("items." + lines.size() + ".text")) {
      String line = "items." + lines.size();
      lines.add(new Line(value(sent, line + ".text"), value(sent, line + ".amount")));
    }
    return new QuoteForm(
        value(sent, "key"),
        value(sent, "version"),
        lines,
        value(sent, "currency"),
        value(sent, "included"),
        value(sent, "excluded"),
        value(sent, "visits"),
        value(sent, "nights"),
        value(sent, "followUp"),
        value(sent, "deposit"),
        value(sent, "refundRule"),
        value(sent, "validUntil"),
        value(sent, "language"),
        value(sent, "templateName"));
  }

  /** A form that begins with what is in a draft; what is missing there stays empty. */
  static QuoteForm of(NewQuote draft, String key, int version, LocalDate validUntil) {
    List<Line> lines = new ArrayList<>();
    draft
        .items()
        .forEach(it -> lines.add(new Line(text(it.text()), it.amount() == null ? "" : amount(it))));
    while (lines.size() < FIRST_LINES) {
      lines.add(BLANK);
    }
    return new QuoteForm(
        key,
        String.valueOf(version),
        lines,
        currency(draft),
        String.join("\n", draft.included()),
        String.join("\n", draft.excluded()),
        text(draft.visits()),
        text(draft.nights()),
        text(draft.followUp()),
        draft.deposit() == null ? "" : text(draft.deposit().amount()),
        text(draft.refundRule()),
        validUntil.toString(),
        text(draft.language()),
        "");
  }

  private static String amount(NewQuote.Item item) {
    return text(item.amount().amount());
  }

  private static String currency(NewQuote draft) {
    return Stream.concat(
            draft.items().stream().map(NewQuote.Item::amount), Stream.ofNullable(draft.deposit()))
        .filter(it -> it != null && it.currency() != null)
        .map(NewQuote.Price::currency)
        .findFirst()
        .orElse("");
  }

  QuoteForm withOneMoreLine() {
    List<Line> more = new ArrayList<>(lines);
    if (more.size() < MOST_LINES) {
      more.add(BLANK);
    }
    return with(more);
  }

  /** The last line is emptied, not removed: there is always somewhere to write. */
  QuoteForm without(int line) {
    List<Line> fewer = new ArrayList<>(lines);
    if (line >= 0 && line < fewer.size()) {
      fewer.remove(line);
    }
    return with(fewer.isEmpty() ? List.of(BLANK) : fewer);
  }

  /** Without lines that nobody wrote on, so that an error's line is the one shown. */
  QuoteForm compact() {
    List<Line> written = lines.stream().filter(it -> !it.isBlank()).toList();
    return with(written.isEmpty() ? List.of(BLANK) : written);
  }

  private QuoteForm with(List<Line> others) {
    return new QuoteForm(
        key,
        version,
        others,
        currency,
        included,
        excluded,
        visits,
        nights,
        followUp,
        deposit,
        refundRule,
        validUntil,
        language,
        templateName);
  }

  /**
   * What the API would have been sent.
   *
   * @param errors takes what could not be read at all
   */
  NewQuote read(List<FieldError> errors) {
    return new NewQuote(
        lines.stream()
            .filter(it -> !it.isBlank())
            .map(it -> new NewQuote.Item(it.text(), price(it.amount())))
            .toList(),
        list(included),
        list(excluded),
        number("visits", visits, errors),
        number("nights", nights, errors),
        given(followUp),
        price(deposit),
        refundRule,
        day(validUntil, errors),
        given(language),
        number("version", version, errors));
  }

  /** For a template: what can't be read stays out, and so does what is new each time. */
  NewQuote draft() {
    NewQuote read = read(new ArrayList<>());
    return new NewQuote(
        read.items(),
        read.included(),
        read.excluded(),
        read.visits(),
        read.nights(),
        read.followUp(),
        read.deposit(),
        read.refundRule(),
        null,
        read.language(),
        null);
  }

  /** Errors about places in the API's body, said of this form's fields. */
  static List<FieldError> ofForm(List<FieldError> errors) {
    return errors.stream()
        .map(it -> new FieldError(field(it.pointer()), it.code(), it.detail()))
        .distinct()
        .toList();
  }

  private static String field(String pointer) {
    if (pointer.endsWith("/currency")) {
      return "/currency";
    }
    return pointer
        .replaceFirst("^(/items/\\d+/amount|/deposit)/amount$", "$1")
        .replaceFirst("^/(included|excluded)/\\d+$", "/$1");
  }

  /** Null where nothing was typed, so that what is missing is said once. */
  private NewQuote.Price price(String typed) {
    if (typed.isBlank()) {
      return null;
    }
    String amount =
        typed.replaceAll("[\\s\u00a0]", "").replaceFirst("^(\\d+),(\\d{1,2})$", "$1.$2");
    return new NewQuote.Price(amount, given(currency));
  }

  private static String given(String typed) {
    return typed.isBlank() ? null : typed;
  }

  private static List<String> list(String lines) {
    return lines.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  private static Integer number(String field, String typed, List<FieldError> errors) {
    try {
      return typed.isBlank() ? null : Integer.valueOf(typed.strip());
    } catch (NumberFormatException e) {
      errors.add(new FieldError("/" + field, "not-a-number", "Write a number with digits."));
      return null;
    }
  }

  private static LocalDate day(String typed, List<FieldError> errors) {
    try {
      return typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeParseException e) {
      errors.add(
          new FieldError(
              "/validUntil", "not-a-date", "Write the day like 2027-02-11, year first."));
      return null;
    }
  }

  private static String value(MultivaluedMap<String, String> sent, String field) {
    return text(sent.getFirst(field));
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
