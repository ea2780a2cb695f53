package health.sojourn.provider.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of one attribute, each with the listings that have it, as bits by their place. */
final class Column {
  private final Map<String, Entry> entries = new HashMap<>();

  private record Entry(String value, BitSet listings) {}

  Column(Attribute attribute, List<Listing> listings) {
    for (int place = 0; place < listings.size(); place++) {
      for (String value : attribute.of(listings.get(place))) {
        entries
            .computeIfAbsent(Attribute.folded(value), key -> new Entry(value, new BitSet()))
            .listings
            .set(place);
      }
    }
  }

  /** Those that have any of the values. */
  BitSet having(Collection<String> values) {
    BitSet any = new BitSet();
    for (String value : values) {
      Entry entry = entries.get(Attribute.folded(value));
      if (entry != null) {
        any.or(entry.listings);
      }
    }
    return any;
  }

  /**
   * How many clinics have each value, most first and unknown last; values nobody has are left out
   * unless somebody asked for them.
   */
  List<FacetCount> count(BitSet among, Collection<String> asked, Clinics clinics) {
    List<FacetCount> counts = new ArrayList<>();
    for (Entry entry : entries.values()) {
      BitSet both = (BitSet) among.clone();
      both.and(entry.listings);
      int count = clinics.in(both);
      if (count > 0) {
        counts.add(new FacetCount(entry.value, count));
      }
    }
    for (String value : asked) {
      if (counts.stream().noneMatch(it -> same(it.value(), value))) {
        counts.add(new FacetCount(value, 0));
      }
    }
    counts.sort(
        Comparator.comparing((FacetCount it) -> it.value().equals(Listing.UNKNOWN))
            .thenComparing(FacetCount::count, Comparator.reverseOrder())
            .thenComparing(FacetCount::value));
    return counts;
  }

  static boolean same(String one, String other) {
    return Attribute.folded(one).equals(Attribute.folded(other));
  }

  /** Counts clinics, of which one may have several listings. */
  @FunctionalInterface
  interface Clinics {
    int in(BitSet listings);
  }
}
