package health.sojourn.provider.offer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Whom the clinic takes. Its own rule, applied by the router; not a promise that the therapy works
 * for them.
 *
 * @param kellgrenLawrence the grades of arthritis taken, 0 to 4
 * @param ageMin in years; null for none, as with the other limits
 * @param excludes contraindications in the codes of an inquiry, such as {@code ANTICOAGULANTS}
 */
@Embeddable
public record Inclusion(
    @JdbcTypeCode(SqlTypes.ARRAY) @Column(name = "kellgren_lawrence")
        List<Integer> kellgrenLawrence,
    Integer ageMin,
    Integer ageMax,
    Integer bmiMax,
    @JdbcTypeCode(SqlTypes.ARRAY) List<String> excludes) {}
