package health.sojourn.provider.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/**
 * Every listing at one moment, never changed: whoever reads it sees one state from the first filter
 * to the last count. Listings stand in the order of the clinics' short names, and a listing's place
 * is its number everywhere here.
 */
final class Catalogue {
  /** A rank and a place share a number, so that sorting the numbers sorts by both. */
  private static final int PLACE_BITS = 20;

  private static final long LAST_RANK = (1L << (62 - PLACE_BITS)) - 1;

  private final LocalDate day;
  private final List<Listing> listings;
  private final int[] clinics;
  private final Map<Attribute, Column> columns = new EnumMap<>(Attribute.class);
  private final DirectoryReader words;
  private final int[] places;

  /**
   * @param day on which the facts' levels hold
   * @param listings sorted by clinic
   * @param words of these listings; this catalogue closes it
   */
  Catalogue(LocalDate day, List<Listing> listings, DirectoryReader words) {
    if (listings.size() >= 1 << PLACE_BITS) {
      throw new IllegalArgumentException("Too many listings for this index: " + listings.size());
    }
    this.day = day;
    this.listings = listings;
    this.words = words;
    this.clinics = clinics(listings);
    for (Attribute attribute : Attribute.values()) {
      columns.put(attribute, new Column(attribute, listings));
    }
    this.places = places(words, listings);
  }

  LocalDate day() {
    return day;
  }

  List<Listing> listings() {
    return listings;
  }

  Listing at(int place) {
    return listings.get(place);
  }

  Column column(Attribute attribute) {
    return columns.get(attribute);
  }

  BitSet all() {
    BitSet all = new BitSet(listings.size());
    all.set(0, listings.size());
    return all;
  }

  /** How many clinics these listings are of. */
  int clinicsIn(BitSet among) {
    int count = 0;
    int last = -1;
    for (int place = among.nextSetBit(0); place >= 0; place = among.nextSetBit(place + 1)) {
      if (clinics[place] != last) {
        last = clinics[place];
        count++;
      }
    }
    return count;
  }

  /**
   * Of each clinic the listing that ranks best, the best first.
   *
   * @param rank not negative, smaller is better
   */
  Ranked ranked(BitSet among, IntToLongFunction rank) {
    long[] best = new long[among.cardinality()];
    int size = 0;
    int last = -1;
    for (int place = among.nextSetBit(0); place >= 0; place = among.nextSetBit(place + 1)) {
      long entry = Math.min(rank.applyAsLong(place), LAST_RANK) << PLACE_BITS | place;
      if (clinics[place] != last) {
        last = clinics[place];
        best[size++] = entry;
      } else if (entry < best[size - 1]) {
        best[size - 1] = entry;
      }
    }
    Arrays.sort(best, 0, size);
    return new Ranked(Arrays.copyOf(best, size));
  }

  /** Places in an order. */
  final class Ranked {
    private final long[] entries;

    private Ranked(long[] entries) {
      this.entries = entries;
    }

    int size() {
      return entries.length;
    }

    int place(int index) {
      return (int) (entries[index] & (1 << PLACE_BITS) - 1);
    }

    long rank(int index) {
      return entries[index] >> PLACE_BITS;
    }

    /** The index of the first one behind a position, whether or not that is still there. */
    int after(Position position) {
      long rank = Math.max(0, Math.min(position.rank(), LAST_RANK));
      int found = Arrays.binarySearch(entries, rank << PLACE_BITS | firstAfter(position.slug()));
      return found < 0 ? -found - 1 : found;
    }
  }

  /**
   * How close each listing is to the words typed; null if the text holds no word that counts.
   *
   * @return by place
   */
  Closeness[] closeness(TextIndex index, String text) {
    Query named = index.named(text);
    if (named == null) {
      return null;
    }
    Closeness[] closeness = new Closeness[listings.size()];
    Arrays.fill(closeness, Closeness.NONE);
    mark(closeness, index.similar(text), Closeness.SIMILAR);
    mark(closeness, index.stated(text), Closeness.STATED);
    mark(closeness, named, Closeness.NAMED);
    return closeness;
  }

  /** Keeps the words open for a reader; false if this catalogue has been replaced and closed. */
  boolean keepOpen() {
    return words.tryIncRef();
  }

  void letGo() {
    try {
      words.decRef();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void mark(Closeness[] closeness, Query query, Closeness as) {
    var searcher = new IndexSearcher(words);
    searcher.setQueryCache(null);
    try {
      searcher.search(new ConstantScoreQuery(query), new Marks(closeness, as));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Marks extends SimpleCollector {
    private final Closeness[] closeness;
    private final Closeness as;
    private int base;

    Marks(Closeness[] closeness, Closeness as) {
      this.closeness = closeness;
      this.as = as;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) {
      base = context.docBase;
    }

    @Override
    public void collect(int document) {
      int place = places[base + document];
      if (place >= 0) {
        closeness[place] = as;
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  private int firstAfter(String slug) {
    int low = 0;
    int high = listings.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (listings.get(middle).slug().compareTo(slug) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int[] clinics(List<Listing> listings) {
    int[] clinics = new int[listings.size()];
    for (int place = 1; place < clinics.length; place++) {
      boolean same = listings.get(place).slug().equals(listings.get(place - 1).slug());
      clinics[place] = clinics[place - 1] + (same ? 0 : 1);
    }
    return clinics;
  }

  /** The place of each of the index's documents; -1 for one that is no longer there. */
  private static int[] places(DirectoryReader words, List<Listing> listings) {
    Map<String, Integer> byKey = new HashMap<>();
    for (int place = 0; place < listings.size(); place++) {
      byKey.put(listings.get(place).key(), place);
    }
    int[] places = new int[words.maxDoc()];
    Arrays.fill(places, -1);
    try {
      for (LeafReaderContext leaf : words.leaves()) {
        BinaryDocValues keys = leaf.reader().getBinaryDocValues(TextIndex.KEY);
        while (keys != null && keys.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
          places[leaf.docBase + keys.docID()] =
              byKey.getOrDefault(keys.binaryValue().utf8ToString(), -1);
        }
      }
      return places;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
