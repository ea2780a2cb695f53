package health.sojourn.containers;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * The settings a packaged service reads while it runs, by the mappings of its own classes and of
 * the framework's, as SmallRye itself reads them. What is fixed when a service is built is not
 * among them.
 */
final class KnownSettings {
  private static final String MAPPING = "io/smallrye/config/ConfigMapping;";
  private static final String PROPERTY = "org/eclipse/microprofile/config/inject/ConfigProperty;";
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z][a-z0-9.-]+)[:}]");

  private final Properties files = new Properties();
  private final Set<String> names = new TreeSet<>();
  private final Path app;
  private ClassLoader loader;

  private KnownSettings(String service) {
    this.app = Checkout.file(service).resolve("target/quarkus-app");
  }

  static KnownSettings of(String service) {
    try {
      KnownSettings known = new KnownSettings(service);
      known.read();
      return known;
    } catch (IOException | ReflectiveOperationException e) {
      throw new AssertionError("Is " + service + " packaged?", e);
    }
  }

  /** A value of the service's own files. */
  String get(String name) {
    return files.getProperty(name);
  }

  /** Whether an environment variable of this name means something to the service. */
  boolean reads(String variable) {
    return names.stream().anyMatch(name -> asVariable(name).equals(variable));
  }

  /** As SmallRye turns a setting's name into a variable's. */
  private static String asVariable(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase();
  }

  private void read() throws IOException, ReflectiveOperationException {
    List<Path> jars =
        Checkout.filesIn(app).stream().filter(file -> file.toString().endsWith(".jar")).toList();
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    try (URLClassLoader classes =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      loader = classes;
      Set<String> mapped = new TreeSet<>();
      for (Path jar : jars) {
        String file = jar.getFileName().toString();
        if (file.contains("sojourn-") || file.startsWith("io.quarkus.")) {
          read(jar, mapped);
        }
      }
      mapped.forEach(this::accept);
    }
    // An application's own settings may be named by nothing but a reference.
    files.values().forEach(value -> references((String) value));
    // Kafka's own names pass through to its clients.
    files.stringPropertyNames().stream().filter(n -> n.startsWith("kafka.")).forEach(names::add);
  }

  /** A name with any key in it is known for the keys that the service's files use. */
  private void accept(String name) {
    if (!name.contains("*")) {
      names.add(name);
      return;
    }
    Pattern keys =
        Pattern.compile(
            String.join(
                "[^.]+", Arrays.stream(name.split("\\*", -1)).map(Pattern::quote).toList()));
    files.stringPropertyNames().stream().filter(keys.asMatchPredicate()).forEach(names::add);
  }

  private void references(String value) {
    REFERENCE.matcher(value).results().map(found -> found.group(1)).forEach(names::add);
  }

  private void read(Path jar, Set<String> mapped) throws IOException, ReflectiveOperationException {
    boolean ours = jar.getFileName().toString().contains("sojourn-");
    try (JarFile content = new JarFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(content.entries())) {
        String name = entry.getName();
        if (ours
            && (name.equals("application.properties")
                || name.equals("META-INF/microprofile-config.properties"))) {
          try (InputStream stream = content.getInputStream(entry)) {
            Properties own = new Properties();
            own.load(stream);
            if (name.equals("application.properties")) {
              files.putAll(own);
            } else {
              own.forEach(files::putIfAbsent);
            }
          }
        } else if (name.endsWith(".class") && !name.contains("$$")) {
          read(name, content.getInputStream(entry).readAllBytes(), ours, mapped);
        }
      }
    }
  }

  private void read(String name, byte[] code, boolean ours, Set<String> mapped)
      throws ReflectiveOperationException {
    String text = new String(code, StandardCharsets.ISO_8859_1);
    if (!text.contains(MAPPING) && !(ours && text.contains(PROPERTY))) {
      return;
    }
    Class<?> type = loader.loadClass(name.replace('/', '.').replace(".class", ""));
    if (type.isInterface() && isReadWhileRunning(type)) {
      mapping(type, mapped);
    }
    if (ours) {
      properties(type);
    }
  }

  private static Object value(AnnotatedElement element, String annotation, String member)
      throws ReflectiveOperationException {
    for (Annotation present : element.getAnnotations()) {
      if (present.annotationType().getName().equals(annotation)) {
        return present.annotationType().getMethod(member).invoke(present);
      }
    }
    return null;
  }

  private static boolean isReadWhileRunning(Class<?> type) throws ReflectiveOperationException {
    Object phase = value(type, "io.quarkus.runtime.annotations.ConfigRoot", "phase");
    return phase == null || ((Enum<?>) phase).name().equals("RUN_TIME");
  }

  private void mapping(Class<?> type, Set<String> mapped) throws ReflectiveOperationException {
    Object prefix = value(type, "io.smallrye.config.ConfigMapping", "prefix");
    if (prefix == null) {
      return;
    }
    Class<?> mappings = loader.loadClass("io.smallrye.config.ConfigMappings");
    Class<?> configClass = loader.loadClass("io.smallrye.config.ConfigMappings$ConfigClass");
    Object asked =
        configClass
            .getMethod("configClass", Class.class, String.class)
            .invoke(null, type, prefix.toString());
    Method properties = mappings.getMethod("getProperties", configClass);
    ((Map<?, ?>) properties.invoke(null, asked)).keySet().forEach(key -> mapped.add("" + key));
  }

  private void properties(Class<?> type) throws ReflectiveOperationException {
    List<AnnotatedElement> places = new ArrayList<>(List.of(type.getDeclaredFields()));
    List<Executable> executables = new ArrayList<>(List.of(type.getDeclaredConstructors()));
    executables.addAll(List.of(type.getDeclaredMethods()));
    executables.forEach(executable -> places.addAll(List.of(executable.getParameters())));
    for (AnnotatedElement place : places) {
      Object name = value(place, "org.eclipse.microprofile.config.inject.ConfigProperty", "name");
      if (name != null) {
        names.add(name.toString());
      }
    }
  }
}
