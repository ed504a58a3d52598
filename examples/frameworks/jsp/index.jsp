<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" session="false"
    import="java.nio.file.Path, java.util.*, kl01.Judge, kl01.Minute, kl01.ReadJson" %><%!
  /** Read once; a rulebook is pinned by Judge.pinned(path, sha256). */
  private volatile Judge judge;

  private Judge judge() {
    if (judge == null) judge = Judge.load(Path.of(getServletContext().getRealPath("/rulebook.json")));
    return judge;
  }

  private static String text(Object value) {
    return String.valueOf(value).replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
%><%
  // Yours: the unit from the session, OffsetDateTime.now(). The directive is of 2023, so this page lives then.
  Judge.Unit unit = new Judge.Unit("dang-bo-phuong-so-1", "dang-bo");
  String now = getServletContext().getInitParameter("now");
  List<String> sentences = new ArrayList<>();
  boolean received = false;
  if ("POST".equals(request.getMethod())) {
    try {
      // No name of javax or jakarta: the same page runs on Tomcat 9 and 10. Tomcat 9 compiles pages as Java 8: no `var`.
      if (request.getPart("submission") == null) {
        sentences.add("Máy chủ không nhận được nội dung nào. Hãy chờ biểu mẫu hiện ra rồi gửi lại.");
      } else {
        Object submission = ReadJson.read(request.getPart("submission").getInputStream().readAllBytes());
        Judge.Verdict verdict = judge().judge(submission, new Judge.Receipt(Minute.of(now), unit));
        // Valid: store it and the parts named submission_files[] here.
        received = verdict.valid();
        for (Judge.Finding finding : verdict.findings()) if (finding.severity().equals("error")) sentences.add(finding.message());
      }
    } catch (ReadJson.Refused e) {
      sentences.add("Nội dung gửi lên không đọc được. Hãy gửi lại từ biểu mẫu.");
    }
    if (!received) response.setStatus(422);
  }
%><!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Đề nghị khen thưởng</title>
    <script src="kl01-forms.js" defer></script>
  </head>
  <body>
<% if (received) { %>
    <h1>Đã nhận hồ sơ</h1>
    <p>Trang mẫu này không lưu lại.</p>
<% } else { %>
<% if (!sentences.isEmpty()) { %>
    <div role="alert">
      <h1>Hồ sơ chưa được nhận</h1>
      <ul>
<% for (String sentence : sentences) { %>
        <li><%= text(sentence) %></li>
<% } %>
      </ul>
    </div>
<% } %>
    <form method="post" enctype="multipart/form-data">
      <kl01-nomination-form
        name="submission"
        rulebook="rulebook.json"
        form="de-nghi-cap-quan"
        unit-id="<%= text(unit.id()) %>"
        unit-group="<%= text(unit.group()) %>"
        unit-name="Đảng bộ phường số 1"
        now="<%= text(now) %>"
        draft="can-bo-17"
      >
        <p>
          Đang tải biểu mẫu. Nếu biểu mẫu không hiện ra, đề nghị tải lại trang; nếu vẫn không được, báo cho cán bộ quản
          trị cổng thông tin. Biểu mẫu cần Chrome hoặc Edge từ bản 109, Firefox từ bản 115.
        </p>
        <select required aria-label="Biểu mẫu">
          <option value="">Chưa gửi được: biểu mẫu chưa tải xong</option>
        </select>
      </kl01-nomination-form>
      <button>Gửi</button>
    </form>
<% } %>
  </body>
</html>
