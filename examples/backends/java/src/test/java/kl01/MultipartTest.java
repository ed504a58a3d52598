package kl01;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts as browsers write them, and broken ones; each with the boundary "x". */
class MultipartTest {
  private static final String FIELD = "--x\r\nContent-Disposition: form-data; name=\"submission\"\r\n\r\n";

  @Test
  void fieldsAndFilesComeInOrder() {
    List<Multipart.Part> parts = parse(FIELD + "{}\r\n--x\r\n"
        + "Content-Disposition: form-data; name=\"submission_files[]\"; filename=\"Biên bản %22số 1%22.pdf\"\r\n"
        + "Content-Type: application/pdf\r\n\r\n%PDF\r\n--xy\r\n\0\r\n--x--\r\n");
    assertEquals("submission", parts.get(0).name());
    assertNull(parts.get(0).fileName());
    assertArrayEquals("{}".getBytes(), parts.get(0).content());
    assertEquals("submission_files[]", parts.get(1).name());
    assertEquals("Biên bản \"số 1\".pdf", parts.get(1).fileName());
    assertArrayEquals("%PDF\r\n--xy\r\n\0".getBytes(), parts.get(1).content());
  }

  @Test
  void anEmptyValueIsOne() {
    assertEquals(0, parse(FIELD + "\r\n--x--\r\n").get(0).content().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "--x", "--x\r\n", "--x\r\n\r\n{}\r\n--x--", FIELD, FIELD + "{}", FIELD + "{}\r\n--", FIELD + "{}\r\n--y--"})
  void whatIsNoPostOrWasCutOffIsRefused(String body) {
    assertThrows(IllegalArgumentException.class, () -> parse(body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain; boundary=x", "multipart/form-data", "multipart/mixed; boundary=x"})
  void anotherTypeIsRefused(String type) {
    assertThrows(IllegalArgumentException.class, () -> Multipart.parse(type, (FIELD + "{}\r\n--x--").getBytes()));
  }

  private static List<Multipart.Part> parse(String body) {
    return Multipart.parse("multipart/form-data; boundary=x", body.getBytes(StandardCharsets.UTF_8));
  }
}
