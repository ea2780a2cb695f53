package health.sojourn.e2e;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A form on a page, filled in by its fields' names. */
final class Form {
  private final Page page;
  private final FormElement form;

  Form(Page page, FormElement form) {
    this.page = page;
    this.form = form;
  }

  /** Types into a field, or chooses what has this value. */
  Form with(String name, String value) {
    List<Element> fields = form.select("[name=\"%s\"]".formatted(name));
    if (fields.isEmpty()) {
      throw new AssertionError("No field %s in %s".formatted(name, form));
    }
    if (fields.get(0).is("input[type=radio], input[type=checkbox]")) {
      choose(fields, value);
    } else if (fields.get(0).is("select")) {
      choose(fields.get(0).select("option"), value);
    } else {
      fields.get(0).val(value);
    }
    return this;
  }

  /** Ticks every box whose name begins like this. */
  Form withAll(String prefix) {
    List<Element> boxes = form.select("input[type=checkbox][name^=\"%s\"]".formatted(prefix));
    if (boxes.isEmpty()) {
      throw new AssertionError("No box %s… in %s".formatted(prefix, form));
    }
    boxes.forEach(box -> box.attr("checked", true));
    return this;
  }

  Page submit() {
    return page.browser().submit(form.absUrl("action"), form.formData());
  }

  private void choose(List<Element> choices, String value) {
    String state = choices.get(0).is("option") ? "selected" : "checked";
    boolean several = choices.get(0).is("[type=checkbox]");
    boolean found = false;
    for (Element choice : choices) {
      if (choice.attr("value").equals(value)) {
        choice.attr(state, true);
        found = true;
      } else if (!several) {
        choice.removeAttr(state);
      }
    }
    if (!found) {
      throw new AssertionError("Nothing with the value %s in %s".formatted(value, choices));
    }
  }
}
