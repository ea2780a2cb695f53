package health.sojourn.inquiry.intake;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import org.apache.commons.validator.routines.EmailValidator;

/** E-mail addresses and phone numbers as the world writes them. */
public final class Contacts {
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  private Contacts() {}

  public static boolean isEmail(String address) {
    return EmailValidator.getInstance().isValid(address.strip());
  }

  /**
   * The number in E.164, such as {@code +4915112345678}.
   *
   * @param country where it is dialled when it has no country code, ISO 3166-1 alpha-2
   */
  public static Optional<String> phone(String typed, String country) {
    try {
      PhoneNumber number = PHONES.parse(typed, country);
      return PHONES.isValidNumber(number)
          ? Optional.of(PHONES.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
