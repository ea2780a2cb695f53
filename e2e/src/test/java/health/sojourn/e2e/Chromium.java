package health.sojourn.e2e;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A headless Chromium with one page, driven by the Chrome DevTools Protocol. */
final class Chromium implements AutoCloseable, WebSocket.Listener {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Keys that are no character, with their codes. */
  private static final Map<String, Integer> KEYS =
      Map.of("Tab", 9, "Enter", 13, "Escape", 27, "Space", 32, "ArrowUp", 38, "ArrowDown", 40);

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final StringBuilder partial = new StringBuilder();

  private Chromium(Process process, URI page) {
    this.process = process;
    this.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, this).join();
    Stream.of("Page.enable", "Runtime.enable", "Log.enable").forEach(it -> call(it, Map.of()));
    call("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
  }

  private static Optional<Path> installed() {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Ends the test as skipped where no Chromium is, or as failed where it has to be. */
  static Chromium start(String profile) {
    Optional<Path> program = installed();
    if (program.isEmpty() && Boolean.getBoolean("sojourn.require-tools")) {
      fail("Chromium is not installed, and no tool may be missing here");
    }
    assumeTrue(program.isPresent(), "Chromium is not installed");
    return start(program.get(), Path.of("target", profile).toAbsolutePath());
  }

  private static Chromium start(Path program, Path profile) {
    try {
      List<String> command = new ArrayList<>(List.of(program.toString(), "--headless=new"));
      command.addAll(List.of("--remote-debugging-port=0", "--user-data-dir=" + profile));
      command.addAll(List.of("--disable-gpu", "--hide-scrollbars", "--no-first-run"));
      command.addAll(List.of("--disable-dev-shm-usage", "--force-color-profile=srgb"));
      if (System.getProperty("user.name").equals("root")) {
        command.add("--no-sandbox");
      }
      command.add("about:blank");
      Files.createDirectories(profile);
      Path chosen = profile.resolve("DevToolsActivePort");
      Files.deleteIfExists(chosen);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(profile.resolve("output.log").toFile())
              .start();
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> Files.exists(chosen) && Files.readAllLines(chosen).size() > 1);
      return new Chromium(process, firstPage(Files.readAllLines(chosen).get(0)));
    } catch (IOException e) {
      throw new AssertionError("Chromium could not be started", e);
    }
  }

  private static URI firstPage(String port) throws IOException {
    JsonNode targets = JSON.readTree(URI.create("http://127.0.0.1:" + port + "/json").toURL());
    for (JsonNode target : targets) {
      if (target.path("type").asText().equals("page")) {
        return URI.create(target.path("webSocketDebuggerUrl").asText());
      }
    }
    throw new AssertionError("Chromium has no page: " + targets);
  }

  void show(int width, int height, boolean dark) {
    show(width, height, dark, false);
  }

  void show(int width, int height, boolean dark, boolean still) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    prefer(
        Map.of(
            "prefers-color-scheme",
            dark ? "dark" : "light",
            "prefers-reduced-motion",
            still ? "reduce" : "no-preference"));
  }

  /**
   * What the reader has told the browser to ask of pages, and nothing else.
   *
   * @param wishes values by media feature
   */
  void prefer(Map<String, String> wishes) {
    List<Map<String, String>> features =
        wishes.entrySet().stream()
            .map(wish -> Map.of("name", wish.getKey(), "value", wish.getValue()))
            .toList();
    call("Emulation.setEmulatedMedia", Map.of("media", "", "features", features));
  }

  /** As on paper, until the next {@code show}. */
  void showPrinted() {
    call("Emulation.setEmulatedMedia", Map.of("media", "print"));
  }

  /** Whether pages may run scripts; ours to evaluate always may. */
  void scripts(boolean allowed) {
    call("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  /**
   * Strikes a key, as the keyboard would.
   *
   * @param key one of {@link #KEYS}, with {@code Shift+} before it or not, or one character
   */
  void press(String key) {
    boolean shift = key.startsWith("Shift+");
    Map<String, Object> stroke = new HashMap<>(stroke(shift ? key.substring(6) : key));
    stroke.put("modifiers", shift ? 8 : 0);
    Map<String, Object> down = new HashMap<>(stroke);
    down.put("type", stroke.containsKey("text") ? "keyDown" : "rawKeyDown");
    call("Input.dispatchKeyEvent", down);
    stroke.remove("text");
    stroke.put("type", "keyUp");
    call("Input.dispatchKeyEvent", stroke);
  }

  private static Map<String, Object> stroke(String key) {
    if (key.length() == 1) {
      return Map.of("key", key, "text", key);
    }
    String name = key.equals("Space") ? " " : key;
    Map<String, Object> stroke =
        new HashMap<>(Map.of("key", name, "code", key, "windowsVirtualKeyCode", KEYS.get(key)));
    if (key.equals("Enter") || key.equals("Space")) {
      stroke.put("text", key.equals("Enter") ? "\r" : " ");
    }
    return stroke;
  }

  void click(int x, int y) {
    for (String half : List.of("mousePressed", "mouseReleased")) {
      call(
          "Input.dispatchMouseEvent",
          Map.of("type", half, "x", x, "y", y, "button", "left", "clickCount", 1));
    }
  }

  void type(String text) {
    call("Input.insertText", Map.of("text", text));
  }

  void forgetCookies() {
    call("Network.clearBrowserCookies", Map.of());
  }

  void open(String address) {
    call("Page.navigate", Map.of("url", address));
    awaitLoaded();
  }

  /** Runs a script that leads to another page. */
  void leave(String script) {
    leave(() -> evaluate(script));
  }

  /** Does what leads to another page. */
  void leave(Runnable step) {
    evaluate("window.leaving = true");
    step.run();
    Awaitility.await().atMost(PATIENCE).until(() -> !evaluate("!!window.leaving").asBoolean());
    awaitLoaded();
  }

  JsonNode evaluate(String script) {
    return call("Runtime.evaluate", Map.of("expression", script, "returnByValue", true))
        .path("result")
        .path("value");
  }

  /** What a script's promise comes to. */
  JsonNode answer(String script) {
    Map<String, Object> asked =
        Map.of("expression", script, "returnByValue", true, "awaitPromise", true);
    return call("Runtime.evaluate", asked).path("result").path("value");
  }

  void screenshot(Path file) throws IOException {
    byte[] png =
        Base64.getDecoder()
            .decode(call("Page.captureScreenshot", Map.of("format", "png")).path("data").asText());
    Files.createDirectories(file.getParent());
    Files.write(file, png);
  }

  /** What pages wrote into the console as errors, refusals by their own policy among them. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  private void awaitLoaded() {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                evaluate("document.readyState + ' ' + location.href")
                    .asText()
                    .startsWith("complete http"));
  }

  private JsonNode call(String method, Map<String, Object> parameters) {
    int id = lastId.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    socket.sendText(message.toString(), true).join();
    return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      receive(partial.toString());
      partial.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  private void receive(String text) {
    try {
      JsonNode message = JSON.readTree(text);
      if (message.has("id")) {
        answers.remove(message.get("id").asInt()).complete(message.path("result"));
      } else if (message.path("method").asText().equals("Runtime.exceptionThrown")) {
        complaints.add(message.at("/params/exceptionDetails/exception/description").asText());
      } else if (message.at("/params/entry/level").asText().equals("error")) {
        complaints.add(
            message.at("/params/entry/text").asText()
                + " "
                + message.at("/params/entry/url").asText());
      }
    } catch (IOException e) {
      complaints.add("Unreadable message: " + e.getMessage());
    }
  }
}
