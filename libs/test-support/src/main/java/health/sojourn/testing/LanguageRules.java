package health.sojourn.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Everything a module says to a person it says in English and in Spanish. The framework itself
 * falls back to English without a word. A module's test extends this.
 */
@DisplayName("In English and in Spanish:")
public abstract class LanguageRules {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path TEMPLATES = RESOURCES.resolve("templates");
  private static final String BUNDLE = "io.quarkus.qute.i18n.MessageBundle";
  private static final String MESSAGE = "io.quarkus.qute.i18n.Message";

  /** Of one bundle; the class that is generated for more can't be loaded. */
  private static final int MOST_MESSAGES = 300;

  /** Templates, below {@code templates/}, that speak English to everybody, with good reason. */
  protected Set<String> leftInEnglish() {
    return Set.of();
  }

  /** Words that are the same in every language, such as names. */
  protected Set<String> names() {
    return Set.of();
  }

  @Test
  void everyMessageWithTheSameParameters() {
    for (JavaClass bundle : bundles()) {
      String name = bundle.getAnnotationOfType(BUNDLE).get("value").orElseThrow().toString();
      Properties spanish = read(RESOURCES.resolve("messages/" + name + "_es.properties"));
      Map<String, String> english = new TreeMap<>();
      Method[] messages = bundle.reflect().getDeclaredMethods();
      assertTrue(
          messages.length <= MOST_MESSAGES,
          name + " has too many messages for the framework to start with; begin another bundle");
      for (Method method : messages) {
        String said = english(bundle, method);
        english.put(method.getName(), said);
        String translated = spanish.getProperty(method.getName(), "");
        assertEquals(
            used(method, said),
            used(method, translated),
            "Parameters of " + name + ":" + method.getName());
      }
      sameKeys("messages/" + name + "_es.properties", english, texts(spanish));
    }
  }

  @Test
  void everyTextKnownByACode() {
    for (String name : List.of("sojourn-problems", "sojourn-words")) {
      Path english = RESOURCES.resolve("META-INF/" + name + ".properties");
      Path spanish = RESOURCES.resolve("META-INF/" + name + "_es.properties");
      if (Files.exists(english) || Files.exists(spanish)) {
        Map<String, String> translated = texts(read(spanish));
        // What English says where it is thrown, Spanish may say here.
        translated.keySet().removeIf(key -> key.endsWith(".detail"));
        sameKeys(spanish.getFileName().toString(), texts(read(english)), translated);
      }
    }
  }

  @Test
  void everyPageOfProse() {
    for (Path template : templates()) {
      String name = template.toString();
      String twin =
          name.contains("_en.") ? name.replace("_en.", "_es.") : name.replace("_es.", "_en.");
      if (!twin.equals(name)) {
        assertTrue(Files.exists(Path.of(twin)), name + " has no twin " + twin);
        assertEquals(
            new TemplateText(text(template)).skeleton(),
            new TemplateText(text(Path.of(twin))).skeleton(),
            name + " and its twin differ in more than words");
      }
    }
  }

  @Test
  void noTemplateSpeaksByItself() {
    Set<String> said = new TreeSet<>();
    Set<String> exempt = new TreeSet<>(leftInEnglish());
    for (Path template : templates()) {
      String name = TEMPLATES.relativize(template).toString().replace('\\', '/');
      if (!exempt.remove(name) && !name.matches(".*_(en|es)\\.\\w+")) {
        new TemplateText(text(template))
            .spoken(names())
            .forEach(words -> said.add(name + ": " + words));
      }
    }
    assertEquals(Set.of(), said, "Words that belong into messages, words or prose");
    assertEquals(Set.of(), exempt, "Templates that are not there");
  }

  private static List<JavaClass> bundles() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPath(Path.of("target/classes"))
            .stream()
            .filter(type -> type.isAnnotatedWith(BUNDLE))
            .toList();
  }

  private static String english(JavaClass bundle, Method method) {
    return bundle
        .getMethod(method.getName(), method.getParameterTypes())
        .tryGetAnnotationOfType(MESSAGE)
        .flatMap(message -> message.get("value"))
        .map(Object::toString)
        .orElseThrow(() -> new AssertionError(method + " has no English in @Message"));
  }

  /** The parameters a message uses, in expressions and conditions. */
  private static Set<String> used(Method method, String message) {
    String expressions = String.join(" ", TemplateText.expressions(message));
    return Arrays.stream(method.getParameters())
        .map(Parameter::getName)
        .filter(name -> expressions.matches("(?s).*\\b" + name + "\\b.*"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void sameKeys(
      String file, Map<String, String> english, Map<String, String> spanish) {
    assertEquals(english.keySet(), spanish.keySet(), "Keys of " + file);
    spanish.forEach(
        (key, text) -> {
          assertTrue(!text.isBlank(), key + " says nothing in " + file);
          boolean sentence = text.split("\\s+").length > 3;
          assertTrue(!sentence || !text.equals(english.get(key)), key + " is English in " + file);
        });
  }

  private static Map<String, String> texts(Properties properties) {
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }

  private static Properties read(Path file) {
    Properties texts = new Properties();
    assertTrue(Files.exists(file), file + " is missing");
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> templates() {
    if (!Files.isDirectory(TEMPLATES)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
