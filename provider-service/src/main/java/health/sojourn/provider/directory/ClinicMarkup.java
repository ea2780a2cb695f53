package health.sojourn.provider.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.http.Language;
import health.sojourn.provider.directory.ClinicProfile.OfferView;
import health.sojourn.provider.offer.PriceRange;
import health.sojourn.web.Site;
import health.sojourn.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A clinic as machines read it on its page: JSON-LD in the words of schema.org. Only what the page
 * says as well; nobody rates clinics here, so there is no rating.
 */
@ApplicationScoped
class ClinicMarkup {
  @Inject ObjectMapper json;
  @Inject Site site;

  /** To be put between the tags of a script as it is. */
  String of(ClinicProfile clinic, Place place, Language language) {
    Map<String, Object> markup = typed("MedicalClinic");
    markup.put("@context", "https://schema.org");
    markup.put("@id", address(clinic));
    markup.put("url", address(clinic));
    markup.put("name", clinic.name());
    Map<String, Object> address = typed("PostalAddress");
    address.put("addressLocality", clinic.city());
    address.put("addressCountry", clinic.country());
    markup.put("address", address);
    Map<String, Object> geo = typed("GeoCoordinates");
    geo.put("latitude", place.latitude());
    geo.put("longitude", place.longitude());
    markup.put("geo", geo);
    markup.put("knowsLanguage", clinic.languages());
    markup.put("openingHoursSpecification", hours(clinic));
    markup.put("makesOffer", clinic.offers().stream().map(it -> offer(it, language)).toList());
    return written(markup);
  }

  private static List<Map<String, Object>> hours(ClinicProfile clinic) {
    return clinic.capacity().workingHours().stream()
        .map(
            it -> {
              Map<String, Object> hours = typed("OpeningHoursSpecification");
              hours.put("dayOfWeek", "https://schema.org/" + name(it.day()));
              hours.put("opens", it.from().toString());
              hours.put("closes", it.to().toString());
              return hours;
            })
        .toList();
  }

  private static Map<String, Object> offer(OfferView offer, Language language) {
    Map<String, Object> therapy = typed("MedicalTherapy");
    therapy.put("name", Words.of("therapy", offer.therapy(), language));
    Map<String, Object> markup = typed("Offer");
    markup.put("itemOffered", therapy);
    PriceRange price = offer.price();
    if (price != null) {
      Map<String, Object> range = typed("PriceSpecification");
      range.put("minPrice", price.min().amount());
      range.put("maxPrice", price.max().amount());
      range.put("priceCurrency", price.min().currency());
      if (price.validUntil() != null) {
        range.put("validThrough", price.validUntil().toString());
      }
      markup.put("priceSpecification", range);
    }
    return markup;
  }

  private String address(ClinicProfile clinic) {
    return site.getPublicUrl() + "/clinics/" + clinic.slug();
  }

  private static Map<String, Object> typed(String type) {
    Map<String, Object> typed = new LinkedHashMap<>();
    typed.put("@type", type);
    return typed;
  }

  private static String name(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** No text in it can end the script. */
  private String written(Map<String, Object> markup) {
    try {
      return json.writeValueAsString(markup)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
