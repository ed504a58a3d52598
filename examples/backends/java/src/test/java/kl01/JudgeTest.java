package kl01;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

/** What vectors do not show: sentences, clauses, the pinned file. */
class JudgeTest {
  private static final Path FILE = Shared.VECTORS.resolve("hai-phong.kien-an.2023.rulebook.json");
  private static final long NOW = Minute.of("2023-03-22T08:00:00+07:00");

  @Test
  void findingsSpeakVietnameseAndNameTheirClause() throws Exception {
    List<Judge.Finding> findings = judged("""
        {"rulebook":"hai-phong.kien-an.2023@1.0.0","form":"de-nghi-cap-quan","unit":{"id":"a","group":"chi-bo"},"nominees":[],
         "contact":{"name":" ","phone":"%s"},"x":1}""".formatted("0".repeat(300)));
    assertEquals("Có nội dung không thuộc biểu mẫu: “x”.", message(findings, "schema", ""));
    assertTrue(message(findings, "schema", "/contact/phone").matches(".+: dài quá \\d+ ký tự\\."), findings::toString);
    assertEquals("Số lượng được đề nghị: 01 tập thể hoặc 01 cá nhân. Danh sách hiện có 0 tập thể, 0 cá nhân.",
        message(findings, "quota/chi-bo-doan-the", "/nominees"));
    assertTrue(findings.stream().anyMatch(finding -> new Judge.Cite("1399-CV/QU", "II.2.1").equals(finding.cite())), findings::toString);
    assertTrue(findings.stream().noneMatch(finding -> finding.message().contains("{")), findings::toString);
  }

  @Test
  void whatWasTypedIsQuotedAsItIs() throws Exception {
    List<Judge.Finding> findings = judged("{\"rulebook\":\"hai-phong.kien-an.2023@1.0.0\",\"form\":\"$1\\\\ {expected}\"}");
    assertEquals("Không có biểu mẫu “$1\\ {expected}” hoặc biểu mẫu đã được thu hồi.", message(findings, "form", "/form"));
  }

  @Test
  void aRulebookIsKnownByItsDigest() throws Exception {
    String sha256 = Sha256.of(Files.readAllBytes(FILE));
    assertEquals("hai-phong.kien-an.2023@1.0.0", Judge.pinned(FILE, sha256).name());
    assertThrows(IllegalArgumentException.class, () -> Judge.pinned(FILE, "0".repeat(64)));
  }

  @Test
  void whatIsNoRulebookIsNamed() {
    for (String file : List.of("pom.xml", "../refused.json", "nowhere.json")) {
      Exception e = assertThrows(IllegalArgumentException.class, () -> Judge.load(Path.of(file)));
      assertTrue(e.getMessage().startsWith(file), e::getMessage);
    }
  }

  @Test
  void aBrokenRulebookIsNamed() {
    for (String part : List.of(
        "'derive':[{'as':'x'}],'rules':[]",
        "'derive':[{'as':'x','days':'submission.a','months':'submission.a'}],'rules':[]",
        "'derive':[{'as':'x','share':{'of':1,'part':[1,0],'round':'up'}}],'rules':[]",
        "'derive':[{'as':'x','share':{'of':1,'part':[1,2],'round':'even'}}],'rules':[]",
        "'derive':[{'as':'x','days':'item.a','keys':['a']}],'rules':[]",
        "'rules':[{'id':'y','needs':{}}]",
        "'rules':[{'id':'y','needs':{},'assert':true,'each':'/a','repeats':{'of':['item.b'],'atMost':1}}]",
        "'rules':[{'id':'y','needs':{},'repeats':{'of':['item.b'],'atMost':1}}]")) {
      String text = "{'rulebook':'2','id':'r','version':'1','utcOffset':'+07:00','forms':[{'id':'f','schema':{}," + part + "}]}";
      Map<String, Object> rulebook = Shared.JSON.readValue(text.replace('\'', '"'), new TypeReference<Map<String, Object>>() {});
      assertThrows(IllegalArgumentException.class, () -> new Judge(rulebook), part);
    }
  }

  private static List<Judge.Finding> judged(String submission) throws Exception {
    return Judge.load(FILE).judge(ReadJson.read(submission.getBytes("UTF-8")), new Judge.Receipt(NOW, null)).findings();
  }

  private static String message(List<Judge.Finding> findings, String rule, String path) {
    return findings.stream().filter(finding -> finding.rule().equals(rule) && finding.path().equals(path)).findFirst()
        .orElseThrow(() -> new AssertionError(findings.toString())).message();
  }
}
