package health.sojourn.provider.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The words of all listings, in English and in Spanish, in memory. Accents and plurals do not
 * matter; {@link #similar} forgives typing mistakes as well.
 *
 * <p>One thread changes it; many read what {@link #open} gave them.
 */
final class TextIndex {
  static final String KEY = "key";
  private static final String CLINIC = "clinic";
  private static final String ENGLISH = ".en";
  private static final String SPANISH = ".es";
  private static final String NAMED = "named";
  private static final String STATED = "stated";

  /** Shorter words must be right: one letter more makes another word of them. */
  private static final int FORGIVING_FROM = 4;

  private static final int FORGIVING_TWICE_FROM = 8;
  private static final int MOST_WORDS = 10;

  /** Only whether a word is there counts, so neither how often nor where is kept. */
  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setIndexOptions(IndexOptions.DOCS);
    WORDS.setTokenized(true);
    WORDS.setOmitNorms(true);
    WORDS.freeze();
  }

  private final Analyzer plain = new StandardAnalyzer();
  private final Analyzer english = analyzer(EnglishAnalyzer.getDefaultStopSet(), true);
  private final Analyzer spanish = analyzer(SpanishAnalyzer.getDefaultStopSet(), false);
  private final IndexWriter writer;

  TextIndex() {
    Analyzer byField =
        new PerFieldAnalyzerWrapper(
            english, Map.of(NAMED + SPANISH, spanish, STATED + SPANISH, spanish));
    var config = new IndexWriterConfig(byField).setMergeScheduler(new SerialMergeScheduler());
    try {
      writer = new IndexWriter(new ByteBuffersDirectory(), config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What can be found of a listing, each for both languages.
   *
   * @param named its name and place
   * @param stated the rest
   */
  record Words(
      String key,
      String namedInEnglish,
      String namedInSpanish,
      String statedInEnglish,
      String statedInSpanish) {}

  /** Puts these in the place of all there was of the clinic. */
  void replace(String clinic, Collection<Words> listings) {
    List<Document> documents = listings.stream().map(it -> document(clinic, it)).toList();
    try {
      writer.updateDocuments(new Term(CLINIC, clinic), documents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A view that later changes leave as it is. */
  DirectoryReader open() {
    try {
      return DirectoryReader.open(writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every word in the name or place; null if the text holds no word that counts. */
  Query named(String text) {
    return all(words(text), word -> exact(NAMED, word));
  }

  /** Every word anywhere; null as above. */
  Query stated(String text) {
    return all(words(text), word -> exact(STATED, word));
  }

  /** Every word, or one like it, anywhere; null as above. */
  Query similar(String text) {
    return all(words(text), TextIndex::alike);
  }

  private static Document document(String clinic, Words words) {
    var document = new Document();
    document.add(new StringField(CLINIC, clinic, Field.Store.NO));
    document.add(new BinaryDocValuesField(KEY, new BytesRef(words.key())));
    document.add(new Field(NAMED + ENGLISH, words.namedInEnglish(), WORDS));
    document.add(new Field(NAMED + SPANISH, words.namedInSpanish(), WORDS));
    document.add(
        new Field(STATED + ENGLISH, words.namedInEnglish() + " " + words.statedInEnglish(), WORDS));
    document.add(
        new Field(STATED + SPANISH, words.namedInSpanish() + " " + words.statedInSpanish(), WORDS));
    return document;
  }

  /** A word as each language reduces it. */
  private record Word(String english, String spanish) {}

  /** Words that either language passes over, such as "de" and "the", are not asked for. */
  private List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    for (String word : terms(plain, text)) {
      List<String> inEnglish = terms(english, word);
      List<String> inSpanish = terms(spanish, word);
      if (!inEnglish.isEmpty() && !inSpanish.isEmpty() && words.size() < MOST_WORDS) {
        words.add(new Word(inEnglish.get(0), inSpanish.get(0)));
      }
    }
    return words;
  }

  private interface AsQuery {
    Query of(Word word);
  }

  private static Query all(List<Word> words, AsQuery asQuery) {
    if (words.isEmpty()) {
      return null;
    }
    var all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(asQuery.of(word), Occur.FILTER));
    return all.build();
  }

  private static Query exact(String field, Word word) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(field + ENGLISH, word.english())), Occur.SHOULD)
        .add(new TermQuery(new Term(field + SPANISH, word.spanish())), Occur.SHOULD)
        .build();
  }

  private static Query alike(Word word) {
    var any = new BooleanQuery.Builder();
    alike(new Term(STATED + ENGLISH, word.english())).forEach(it -> any.add(it, Occur.SHOULD));
    alike(new Term(STATED + SPANISH, word.spanish())).forEach(it -> any.add(it, Occur.SHOULD));
    return any.build();
  }

  private static List<Query> alike(Term term) {
    int length = term.text().length();
    if (length < FORGIVING_FROM) {
      return List.of(new TermQuery(term));
    }
    int mistakes = length < FORGIVING_TWICE_FROM ? 1 : 2;
    return List.of(new FuzzyQuery(term, mistakes), new PrefixQuery(term));
  }

  private static Set<String> terms(Analyzer analyzer, String text, Set<String> into) {
    try (TokenStream tokens = analyzer.tokenStream("", text)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        into.add(term.toString());
      }
      tokens.end();
      return into;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> terms(Analyzer analyzer, String text) {
    return List.copyOf(terms(analyzer, text, new LinkedHashSet<>()));
  }

  private static Analyzer analyzer(CharArraySet passedOver, boolean english) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer source = new StandardTokenizer();
        TokenStream words = new StopFilter(new LowerCaseFilter(source), passedOver);
        words = english ? new EnglishMinimalStemFilter(words) : new SpanishLightStemFilter(words);
        return new TokenStreamComponents(source, new ASCIIFoldingFilter(words));
      }
    };
  }
}
