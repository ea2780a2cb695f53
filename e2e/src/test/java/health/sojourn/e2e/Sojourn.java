package health.sojourn.e2e;

import health.sojourn.local.Mail;
import health.sojourn.local.Platform;
import health.sojourn.local.Progress;
import health.sojourn.local.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one platform all tests of this module share, started by the first that asks for it. */
public final class Sojourn {
  private static final Pattern ONE_TIME_LINK = Pattern.compile("https?://\\S+token=\\S+");

  private static Platform platform;

  private Sojourn() {}

  static synchronized Platform platform() {
    if (platform == null) {
      Path home = Path.of("target/platform").toAbsolutePath();
      Platform.forgetEarlierRun(home);
      platform = new Platform(Settings.forTests(home), Sojourn::report);
      Runtime.getRuntime().addShutdownHook(new Thread(platform::stop));
      platform.start();
    }
    return platform;
  }

  static String url() {
    return platform().url();
  }

  static List<Mail> mailsTo(String address) {
    return platform().inbox().mails().stream().filter(mail -> mail.to().contains(address)).toList();
  }

  /** What opens the tracking page, once. */
  static Optional<String> oneTimeLinkTo(String address) {
    return mailsTo(address).stream()
        .map(mail -> ONE_TIME_LINK.matcher(mail.text()))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }

  /** What is worth a line while a platform starts. */
  public static void report(String part, Progress.State state, String detail) {
    if (state == Progress.State.READY || state == Progress.State.FAILED) {
      System.out.printf("%-18s %s %s%n", part, state, detail);
    }
  }
}
