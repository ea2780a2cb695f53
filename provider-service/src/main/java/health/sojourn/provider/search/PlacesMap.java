package health.sojourn.provider.search;

import java.util.List;
import java.util.Locale;

/**
 * Where clinics are, as circles on the outlines of the world (plate carrée: one unit a degree, from
 * 180° west and 90° north). Only the part of the world that is needed is shown.
 *
 * @param view the picture's {@code viewBox}
 * @param places the largest first
 */
record PlacesMap(String view, List<Circle> circles, List<Place> places) {
  private static final double MARGIN = 8;
  private static final double LEAST_WIDTH = 60;
  private static final double SHAPE = 0.45;
  private static final double NORTH = 6;
  private static final double SOUTH = 148;

  /** The smallest and the largest circle, as parts of the picture's width. */
  private static final double SMALLEST = 0.007;

  private static final double LARGEST = 0.03;

  record Circle(String x, String y, String radius) {}

  /**
   * @param href of the list with the clinics of this place alone
   */
  record Place(String city, String country, int clinics, String href) {}

  static PlacesMap of(List<MapPlace> places, ListAddress here) {
    Box box = Box.around(places);
    int most = places.stream().mapToInt(MapPlace::clinics).max().orElse(1);
    List<Circle> circles =
        places.stream()
            .map(
                it ->
                    new Circle(
                        decimal(x(it)),
                        decimal(y(it)),
                        decimal(
                            box.width
                                * (SMALLEST
                                    + (LARGEST - SMALLEST)
                                        * (Math.sqrt(it.clinics()) - 1)
                                        / Math.max(1, Math.sqrt(most) - 1)))))
            .toList();
    List<Place> listed =
        places.stream()
            .map(
                it ->
                    new Place(
                        it.city(),
                        it.country(),
                        it.clinics(),
                        here.with("country", it.country()).with("city", it.city()).toString()))
            .toList();
    return new PlacesMap(box.view(), circles, listed);
  }

  private static double x(MapPlace place) {
    return place.longitude() + 180;
  }

  private static double y(MapPlace place) {
    return 90 - place.latitude();
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private record Box(double left, double top, double width, double height) {

    static Box around(List<MapPlace> places) {
      double left = places.stream().mapToDouble(PlacesMap::x).min().orElse(0) - MARGIN;
      double right = places.stream().mapToDouble(PlacesMap::x).max().orElse(360) + MARGIN;
      double top = places.stream().mapToDouble(PlacesMap::y).min().orElse(NORTH) - MARGIN;
      double bottom = places.stream().mapToDouble(PlacesMap::y).max().orElse(SOUTH) + MARGIN;
      double width =
          Math.min(360, Math.max(LEAST_WIDTH, Math.max(right - left, (bottom - top) / SHAPE)));
      double height = Math.min(SOUTH - NORTH, width * SHAPE);
      return new Box(
          within((left + right - width) / 2, 0, 360 - width),
          within((top + bottom - height) / 2, NORTH, SOUTH - height),
          width,
          height);
    }

    String view() {
      return String.join(" ", decimal(left), decimal(top), decimal(width), decimal(height));
    }

    private static double within(double value, double least, double most) {
      return Math.max(least, Math.min(most, value));
    }
  }
}
