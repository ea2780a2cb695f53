package health.sojourn.provider.quote;

import static org.assertj.core.api.Assertions.assertThat;

import health.sojourn.http.FieldError;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteFormTest {

  @Test
  void aLineMoreOrLessKeepsWhatWasTyped() {
    QuoteForm form = QuoteForm.of(filled());
    assertThat(form.withOneMoreLine().lines()).hasSize(4).startsWith(form.lines().get(0));
    assertThat(form.without(0).lines())
        .extracting(QuoteForm.Line::text)
        .containsExactly("", "Injection");
    assertThat(form.without(7).lines()).isEqualTo(form.lines());
    assertThat(form.without(0).without(0).without(0).lines())
        .containsExactly(new QuoteForm.Line("", ""));
    assertThat(form.withOneMoreLine().refundRule()).isEqualTo("half until the day before");
  }

  @Test
  void linesNobodyWroteOnDoNotCount() {
    NewQuote read = QuoteForm.of(filled()).compact().read(new ArrayList<>());
    assertThat(read.items()).extracting(NewQuote.Item::text).containsExactly("Cells", "Injection");
    assertThat(read.items().get(1).amount().amount()).isEqualTo("1399.95");
  }

  @Test
  void aLineOfTextIsAnItemOfTheList() {
    NewQuote read = QuoteForm.of(filled()).read(new ArrayList<>());
    assertThat(read.included()).containsExactly("Hotel", "Transfer");
    assertThat(read.excluded()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsSaidAtItsField() {
    MultivaluedMap<String, String> sent = filled();
    sent.putSingle("visits", "two");
    sent.putSingle("validUntil", "next week");
    List<FieldError> errors = new ArrayList<>();
    assertThat(QuoteForm.of(sent).read(errors).visits()).isNull();
    assertThat(errors).extracting(FieldError::pointer).containsExactly("/visits", "/validUntil");
  }

  @Test
  void errorsPointAtFieldsOfTheForm() {
    assertThat(
            QuoteForm.ofForm(
                List.of(
                    error("/items/1/amount/amount"),
                    error("/items/0/amount/currency"),
                    error("/deposit/currency"),
                    error("/deposit/amount"),
                    error("/included/3"),
                    error("/items"))))
        .extracting(FieldError::pointer)
        .containsExactly("/items/1/amount", "/currency", "/deposit", "/included", "/items");
  }

  @Test
  void aTemplateIsWithoutWhatIsNewEachTime() {
    NewQuote draft = QuoteForm.of(filled()).draft();
    assertThat(draft.validUntil()).isNull();
    assertThat(draft.version()).isNull();
    assertThat(draft.items()).hasSize(2);
  }

  private static FieldError error(String pointer) {
    return new FieldError(pointer, "wrong", "Look again.");
  }

  static MultivaluedMap<String, String> filled() {
    MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
    sent.putSingle("key", "4f1c6d");
    sent.putSingle("version", "1");
    sent.putSingle("currency", "USD");
    sent.putSingle("items.0.text", "Cells");
    sent.putSingle("items.0.amount", "5 000.05");
    sent.putSingle("items.1.text", "");
    sent.putSingle("items.1.amount", "");
    sent.putSingle("items.2.text", "Injection");
    sent.putSingle("items.2.amount", "1399,95");
    sent.putSingle("included", "Hotel\r\n\r\n  Transfer ");
    sent.putSingle("excluded", "");
    sent.putSingle("visits", "2");
    sent.putSingle("nights", "3");
    sent.putSingle("followUp", "");
    sent.putSingle("deposit", "500");
    sent.putSingle("refundRule", "half until the day before");
    sent.putSingle("validUntil", LocalDate.now().plusDays(20).toString());
    sent.putSingle("language", "en");
    return sent;
  }
}
