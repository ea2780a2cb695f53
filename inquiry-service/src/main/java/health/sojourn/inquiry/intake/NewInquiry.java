package health.sojourn.inquiry.intake;

import health.sojourn.inquiry.consent.DisclosureKind;
import health.sojourn.inquiry.consent.Purpose;
import health.sojourn.inquiry.intake.Choices.Contraindication;
import health.sojourn.inquiry.intake.Choices.Joint;
import health.sojourn.inquiry.intake.Choices.Relation;
import health.sojourn.inquiry.intake.Choices.Side;
import health.sojourn.inquiry.intake.Choices.Treatment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An inquiry as it is sent, by the form, by a partner or by a facilitator on the phone. Whether it
 * makes sense as a whole is the business of {@link Checks}.
 */
public record NewInquiry(
    @NotBlank @Size(max = 64) @Schema(examples = "allogeneic-msc-knee") String therapy,
    @NotNull @Valid Patient patient,
    @NotNull @Valid Condition condition,
    @Valid Contact contact,
    @Valid Wishes wishes,
    @Size(max = 10) List<@NotNull @Valid GivenConsent> consents,
    @Size(max = 10) List<@NotNull @Valid ReadDisclosure> disclosures,
    @Valid Seen seen,
    @Valid Partner partner,
    @Schema(description = "How it reached you; only with a facilitator's token.") Channel channel) {

  private static final String COUNTRY = "[A-Z]{2}";
  private static final String COUNTRY_MESSAGE = "Use a country's two letters, such as DE.";
  private static final String PRINTABLE = "[\\x20-\\x7E]*";
  private static final String PRINTABLE_MESSAGE = "Use letters, digits and signs of ASCII only.";
  private static final String TEXT_LANGUAGE =
      "The language of the text that was shown. Without it the patient's, or English where there is"
          + " no text in that.";
  private static final String SLUG = "[a-z0-9][a-z0-9-]*";
  private static final String SLUG_MESSAGE = "Use the name from the clinic's address.";

  public NewInquiry {
    consents = orEmpty(consents);
    disclosures = orEmpty(disclosures);
    wishes = wishes == null ? new Wishes(null, null, null, null, null) : wishes;
  }

  /** Who it is about. */
  public record Patient(
      @NotBlank @Size(max = 100) String givenName,
      @NotBlank @Size(max = 100) String familyName,
      @Size(max = 254) @Schema(format = "email", examples = "ana@example.org") String email,
      @Size(max = 32) @Schema(examples = "+4915112345678") String phone,
      @NotBlank @Pattern(regexp = COUNTRY, message = COUNTRY_MESSAGE) String country,
      @NotBlank @Size(max = 35) @Schema(examples = "de") String language,
      @NotNull @Min(1) @Max(9999) Integer birthYear) {}

  /** The joint, and what may speak for or against a treatment. */
  public record Condition(
      @NotNull Joint joint,
      Side side,
      @Min(0) @Max(4) Integer kellgrenLawrence,
      @Min(0) @Max(10) Integer painNow,
      @Min(1900) @Max(9999) Integer sinceYear,
      @Size(max = 20) List<@NotNull Treatment> treatmentsTried,
      @Min(50) @Max(250) Integer heightCm,
      @Min(20) @Max(400) Integer weightKg,
      @Size(max = 20) List<@NotNull Contraindication> contraindications,
      @Size(max = 4000) String notes) {
    public Condition {
      treatmentsTried = orEmpty(treatmentsTried);
      contraindications = orEmpty(contraindications);
    }
  }

  /** Somebody who writes on the patient's behalf. */
  public record Contact(
      @NotNull Relation relation,
      @NotBlank @Size(max = 100) String givenName,
      @Size(max = 254) @Schema(format = "email") String email) {}

  /**
   * @param clinics slugs; empty means any
   */
  public record Wishes(
      @Size(max = 10)
          List<@NotNull @Size(max = 64) @Pattern(regexp = SLUG, message = SLUG_MESSAGE) String>
              clinics,
      @Size(max = 50)
          List<@NotNull @Pattern(regexp = COUNTRY, message = COUNTRY_MESSAGE) String> countries,
      @Valid Budget budget,
      @Size(max = 10) List<@NotBlank @Size(max = 35) String> languages,
      @Size(max = 10) @Schema(format = "date", examples = "2027-02-01") String from) {
    public Wishes {
      clinics = orEmpty(clinics);
      countries = orEmpty(countries);
      languages = orEmpty(languages);
    }
  }

  /** The most it may cost. */
  public record Budget(
      @NotBlank
          @Pattern(
              regexp = "\\d{1,9}(\\.\\d{1,2})?",
              message = "Write an amount with digits only, such as 8000.00.")
          String amount,
      @NotBlank @Pattern(regexp = "[A-Z]{3}", message = "Use a currency code, such as USD.")
          String currency) {}

  public record GivenConsent(
      @NotNull Purpose purpose,
      @NotBlank @Size(max = 20) String textVersion,
      @Size(max = 35) @Schema(description = TEXT_LANGUAGE, examples = "es") String textLanguage,
      @Size(max = 50)
          List<@NotNull @Pattern(regexp = COUNTRY, message = COUNTRY_MESSAGE) String> countries) {
    public GivenConsent {
      countries = orEmpty(countries);
    }
  }

  public record ReadDisclosure(
      @NotNull DisclosureKind kind,
      @NotBlank @Size(max = 20) String textVersion,
      @Size(max = 35) @Schema(description = TEXT_LANGUAGE, examples = "es") String textLanguage,
      @Size(max = 50)
          List<@NotNull @Pattern(regexp = COUNTRY, message = COUNTRY_MESSAGE) String> countries) {
    public ReadDisclosure {
      countries = orEmpty(countries);
    }
  }

  /** Which version of which article the patient had read. */
  public record Seen(
      @Size(max = 64) @Pattern(regexp = SLUG, message = SLUG_MESSAGE) String article,
      @Min(1) @Max(1_000_000) Integer articleVersion) {}

  /** What the sending site wants back in its webhooks. */
  public record Partner(
      @Size(max = 64) @Pattern(regexp = PRINTABLE, message = PRINTABLE_MESSAGE) String campaign,
      @Size(max = 64) @Pattern(regexp = PRINTABLE, message = PRINTABLE_MESSAGE) String reference) {}

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }
}
