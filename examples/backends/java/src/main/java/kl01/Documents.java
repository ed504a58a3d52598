package kl01;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files of a submission: those it announces against those that arrived, by the SHA-256 of the bytes that arrived. */
final class Documents {
  /** `path` is the list's: there the form shows what is wrong with its files. */
  record Announced(String path, String name, String sha256) {}

  /** @return a finding for each file that did not come, and for each that nothing announced */
  static List<Judge.Finding> match(Object submission, List<Multipart.Part> arrived) {
    Map<String, String> nameBySha256 = new LinkedHashMap<>();
    for (Multipart.Part file : arrived) nameBySha256.put(Sha256.of(file.content()), file.fileName());
    List<Judge.Finding> findings = new ArrayList<>();
    Set<String> expected = new HashSet<>();
    for (Announced file : announced(submission)) {
      expected.add(file.sha256);
      if (!nameBySha256.containsKey(file.sha256)) findings.add(finding("upload/missing", file.path, file.name));
    }
    nameBySha256.forEach((sha256, name) -> {
      if (!expected.contains(sha256)) findings.add(finding("upload/unannounced", "", name));
    });
    return findings;
  }

  /** Whatever was sent: what has no `documents` announces nothing. */
  static List<Announced> announced(Object submission) {
    List<Announced> files = new ArrayList<>();
    if (!(submission instanceof Map<?, ?> sent)) return files;
    collect(sent.get("documents"), "/documents", files);
    if (!(sent.get("nominees") instanceof List<?> nominees)) return files;
    for (int at = 0; at < nominees.size(); at++) {
      if (nominees.get(at) instanceof Map<?, ?> nominee) collect(nominee.get("documents"), "/nominees/" + at + "/documents", files);
    }
    return files;
  }

  private static void collect(Object documents, String path, List<Announced> files) {
    if (!(documents instanceof Map<?, ?> byItem)) return;
    byItem.forEach((item, entries) -> {
      if (!(entries instanceof List<?> list)) return;
      String place = path + "/" + ((String) item).replace("~", "~0").replace("/", "~1");
      for (Object each : list) {
        if (each instanceof Map<?, ?> entry) files.add(new Announced(place, text(entry.get("name")), text(entry.get("sha256"))));
      }
    });
  }

  private static Judge.Finding finding(String rule, String path, String name) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("name", name);
    return new Judge.Finding(rule, "error", path, Messages.filled(Messages.word(rule), params), null);
  }

  private static String text(Object value) {
    return value instanceof String text ? text : "";
  }

  private Documents() {}
}
