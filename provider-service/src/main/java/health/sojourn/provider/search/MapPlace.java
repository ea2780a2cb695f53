package health.sojourn.provider.search;

import java.util.Comparator;

/** A city with clinics, where the first of them is. */
record MapPlace(String country, String city, double latitude, double longitude, int clinics) {

  static final Comparator<MapPlace> LARGEST =
      Comparator.comparing(MapPlace::clinics)
          .reversed()
          .thenComparing(MapPlace::country)
          .thenComparing(MapPlace::city);

  static MapPlace of(Listing listing) {
    return new MapPlace(
        listing.country(), listing.city(), listing.latitude(), listing.longitude(), 1);
  }

  MapPlace plusOne(MapPlace ignored) {
    return new MapPlace(country, city, latitude, longitude, clinics + 1);
  }
}
