package health.sojourn.provider.change;

import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.provider.ProviderConfig;
import health.sojourn.provider.evidence.EvidenceFile;
import health.sojourn.provider.evidence.EvidenceFiles;
import health.sojourn.provider.verification.Attribute;
import health.sojourn.provider.verification.Author;
import health.sojourn.provider.verification.CheckMethod;
import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.FactName.Kind;
import health.sojourn.provider.verification.FactName.Subject;
import health.sojourn.web.Option;
import health.sojourn.web.Reader;
import health.sojourn.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The page of one fact, the same for both sides: what holds, what waits, a form, what was. */
@RequestScoped
class FactSheets {
  private static final Set<FactName> LONG =
      Set.of(FactName.OWN_WORDS, FactName.COMPLICATION_PLAN, FactName.REFUND_RULE);
  private static final Set<FactName> HINTED =
      Set.of(FactName.LANGUAGES, FactName.AIRPORTS, FactName.TIME_ZONE, FactName.DOCTOR_REGISTER);

  @Inject Changes changes;
  @Inject Proposals proposals;
  @Inject EvidenceFiles files;
  @Inject ProviderConfig config;
  @Inject Clock clock;
  @Inject Reader reader;

  /**
   * What the page shows of one fact.
   *
   * @param address of the page, where its form goes
   * @param input which field reads the value: text, textarea, number, date, select, radio or list
   * @param files those named by what was typed
   * @param megabytes how large a file may be
   * @param mine whether the draft that waits may be taken back by the reader's side
   * @param changed whether somebody else changed it while this was written
   */
  record Sheet(
      FactRow row,
      Draft draft,
      SentBack sentBack,
      String address,
      String tag,
      Typed typed,
      String input,
      List<Option> options,
      List<Option> units,
      List<EvidenceFile> files,
      int megabytes,
      boolean mine,
      boolean changed,
      List<FieldError> errors) {

    public boolean ends() {
      return row.attribute().name().subject() != Subject.ENTRY;
    }

    public boolean mayGo() {
      return row.published().known() && ValueRules.mayBeEmpty(row.attribute().name());
    }

    public boolean priced() {
      return ValueRules.isPrice(row.attribute().name());
    }

    /** Whether its unit is to be chosen. */
    public boolean countable() {
      return units.size() > 1;
    }

    public String longest() {
      return ValueRules.longest(row.attribute().name());
    }

    /** The only unit it can have; null if there is a choice or none. */
    public String fixedUnit() {
      return units.size() == 1 ? units.get(0).label() : null;
    }

    /** Which words say how its value is written; null if nobody has to be told. */
    public String hintKey() {
      FactName name = row.attribute().name();
      return HINTED.contains(name) ? name.name() : name.kind() == Kind.LIST ? "LIST" : null;
    }

    public String withdrawal() {
      return below("/withdrawal");
    }

    public String check() {
      return below("/check");
    }

    public String failure() {
      return below("/failure");
    }

    private String below(String verb) {
      int query = address.indexOf('?');
      return query < 0
          ? address + verb
          : address.substring(0, query) + verb + address.substring(query);
    }
  }

  /** A change that waits, as pages tell of it. */
  record Draft(UUID id, String who, Instant at, String note, List<EvidenceFile> evidence) {}

  /** The latest decision against a change. */
  record SentBack(Instant at, String reason) {}

  /**
   * @param page of the fact, without what its name is
   */
  Sheet sheet(Attribute attribute, String page, Author viewer) {
    FactState state = changes.state(attribute);
    return sheet(state, page, viewer, typed(state), false, List.of());
  }

  /**
   * Reads the form and proposes.
   *
   * @return what is to be sent again; empty errors and no change if all is well
   */
  Sheet submit(Attribute attribute, String page, Author author, FactForm form) {
    List<FieldError> errors = new ArrayList<>();
    Typed typed =
        form.typed(attribute.name().kind() == Kind.LIST, keep(attribute, form, author, errors));
    try {
      Proposal proposal = proposals.read(attribute, typed);
      if (errors.isEmpty()) {
        FactState state = changes.propose(attribute, proposal, author, form.tag);
        return sheet(state, page, author, typed(state), false, List.of());
      }
    } catch (Problem problem) {
      if (problem.status() == 412 || problem.status() == 428) {
        return sheet(changes.state(attribute), page, author, typed, true, errors);
      }
      if (problem.status() != 422) {
        throw problem;
      }
      errors.addAll(problem.errors());
    }
    return sheet(changes.state(attribute), page, author, typed, false, errors);
  }

  List<EvidenceFile> files(Change change) {
    return files.all(change.attribute().clinic(), change.evidence());
  }

  /** Each way of checking with each level it gives. */
  List<Option> methods(CheckMethod... methods) {
    return Arrays.stream(methods)
        .flatMap(it -> it.levels().stream().map(level -> it.name() + "-" + level.code()))
        .map(it -> Option.of(it, Words.of("checkMethod", it, reader.language())))
        .toList();
  }

  /** A file is kept even if the rest of the form has to be sent again. */
  private List<UUID> keep(
      Attribute attribute, FactForm form, Author author, List<FieldError> errors) {
    if (!form.hasFile()) {
      return List.of();
    }
    try (InputStream content = Files.newInputStream(form.file.uploadedFile())) {
      return List.of(files.keep(attribute.clinic(), form.file.fileName(), content, author).id());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Problem problem) {
      if (problem.errors().isEmpty()) {
        throw problem;
      }
      errors.addAll(problem.errors());
      return List.of();
    }
  }

  private Sheet sheet(
      FactState state,
      String page,
      Author viewer,
      Typed typed,
      boolean changed,
      List<FieldError> errors) {
    LocalDate today = LocalDate.now(clock);
    FactName name = state.attribute().name();
    FactRow row = FactRow.of(state, today);
    Change waiting = state.waiting();
    Change back = state.sentBack();
    return new Sheet(
        row,
        waiting == null
            ? null
            : new Draft(
                waiting.id(),
                waiting.author().name(),
                waiting.proposedAt(),
                waiting.note(),
                files(waiting)),
        back == null ? null : new SentBack(back.decidedAt(), back.reason()),
        page + state.attribute().page(),
        "\"" + state.tag().getValue() + "\"",
        typed,
        input(name),
        options(name),
        units(name),
        files.all(state.attribute().clinic(), typed.evidence()),
        (int) (config.evidenceSize().asLongValue() / 1024 / 1024),
        waiting != null && Objects.equals(waiting.author().clinic(), viewer.clinic()),
        changed,
        errors);
  }

  /** The form begins with what waits, else with what is published. */
  private static Typed typed(FactState state) {
    Change waiting = state.waiting();
    var fact = waiting == null ? state.published() : waiting.fact();
    return new Typed(
        fact.value(),
        waiting != null && fact.value().isEmpty(),
        fact.unit(),
        fact.validTo() == null ? null : fact.validTo().toString(),
        waiting == null ? null : waiting.note(),
        waiting == null ? List.of() : waiting.evidence());
  }

  private static String input(FactName name) {
    return switch (name.kind()) {
      case TEXT -> LONG.contains(name) ? "textarea" : "text";
      case CODE -> "select";
      case NUMBER -> "number";
      case YES_NO -> "radio";
      case LIST -> "list";
      case DATE -> "date";
    };
  }

  private List<Option> options(FactName name) {
    Stream<String> codes =
        name.kind() == Kind.YES_NO ? Stream.of("true", "false") : ValueRules.codes(name).stream();
    String kind = name.kind() == Kind.YES_NO ? "yesNo" : name.apiName();
    return codes.map(it -> Option.of(it, Words.of(kind, it, reader.language()))).toList();
  }

  private List<Option> units(FactName name) {
    return ValueRules.units(name).stream()
        .map(it -> Option.of(it, Words.of("unit", it, reader.language())))
        .toList();
  }
}
