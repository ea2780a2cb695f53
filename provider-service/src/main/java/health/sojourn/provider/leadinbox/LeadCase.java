package health.sojourn.provider.leadinbox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import health.sojourn.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A case. Every part may be null: not everybody knows. Until the patient chooses the clinic nothing
 * in it names the patient.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "Case")
public record LeadCase(
    @Schema(description = "ISO 3166-1 alpha-2", maxLength = 2) String country,
    @Schema(description = "BCP 47", maxLength = 35) String language,
    List<String> languages,
    @Schema(examples = "60-69", maxLength = 20) String ageBand,
    @Schema(examples = "25-30", maxLength = 20) String bmiBand,
    @Schema(examples = "KNEE", maxLength = 20) String joint,
    @Schema(examples = "LEFT", maxLength = 20) String side,
    @Schema(minimum = "0", maximum = "4") Integer kellgrenLawrence,
    @Schema(minimum = "0", maximum = "10") Integer painNow,
    Integer sinceYear,
    List<String> treatmentsTried,
    List<String> contraindications,
    Money budget,
    @Schema(description = "Not before this day") LocalDate from,
    @Schema(description = "Only for the clinic that was chosen") Patient patient,
    @Schema(description = "Who writes for the patient; only for the clinic that was chosen")
        Contact contact) {

  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "ChosenPatient")
  public record Patient(
      @Schema(maxLength = 100) String givenName,
      @Schema(maxLength = 100) String familyName,
      @Schema(maxLength = 254) String email,
      @Schema(description = "E.164", maxLength = 32) String phone) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "ChosenPatientsContact")
  public record Contact(
      @Schema(examples = "CHILD", maxLength = 20) String relation,
      @Schema(maxLength = 100) String givenName,
      @Schema(maxLength = 254) String email) {}
}
