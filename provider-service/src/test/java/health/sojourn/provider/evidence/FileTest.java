package health.sojourn.provider.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FileTest {

  @Test
  void isKnownByHowItBeginsNotByItsName() {
    assertThat(FileType.of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).contains(FileType.PDF);
    assertThat(FileType.of(HexFormat.of().parseHex("ffd8ffe000104a46"))).contains(FileType.JPEG);
    assertThat(FileType.of(HexFormat.of().parseHex("89504e470d0a1a0a"))).contains(FileType.PNG);
    for (String other : new String[] {"<html>..", "MZ......", "%PD", "", "GIF89a.."}) {
      assertThat(FileType.of(other.getBytes(StandardCharsets.US_ASCII))).as(other).isEmpty();
    }
  }

  @Test
  void keepsItsNameWithoutWhatMeansSomethingElsewhere() {
    assertThat(FileName.tidy("Licencia año 2026.pdf", FileType.PDF))
        .isEqualTo("Licencia año 2026.pdf");
    assertThat(FileName.tidy("../../etc/passwd", FileType.PDF)).isEqualTo("passwd.pdf");
    assertThat(FileName.tidy("C:\\papers\\page.html", FileType.PNG)).isEqualTo("page.png");
    assertThat(FileName.tidy("a\"b;c\r\nd.jpg", FileType.JPEG)).isEqualTo("a_b_c__d.jpg");
    assertThat(FileName.tidy("...", FileType.PDF)).isEqualTo("evidence.pdf");
    assertThat(FileName.tidy(null, FileType.PDF)).isEqualTo("evidence.pdf");
    assertThat(FileName.tidy("x".repeat(300), FileType.PDF)).hasSizeLessThanOrEqualTo(120);
  }

  @Test
  void isSavedUnderItsNameInEveryBrowser() {
    assertThat(FileName.disposition("Licencia año 2026.pdf"))
        .isEqualTo(
            "attachment; filename=\"Licencia a_o 2026.pdf\";"
                + " filename*=UTF-8''Licencia%20a%C3%B1o%202026.pdf");
  }
}
