<%@ Page Language="C#" EnableViewState="false" %>
<script runat="server">
  private readonly Kl01.Web.ExampleHandler desk = new Kl01.Web.ExampleHandler();
</script>
<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'" />
    <title>Báo cáo sơ kết</title>
    <!-- In this order: the page listens before the form is there. -->
    <script src="de-nghi.js" defer></script>
    <script src="kl01-forms.js" defer></script>
  </head>
  <body>
    <form id="around" runat="server">
      <kl01-report-form
        standalone
        rulebook="rulebook.json"
        form="bao-cao-so-ket"
        unit-id="<%: desk.SignedIn(Context).Id %>"
        unit-group="<%: desk.SignedIn(Context).Group %>"
        unit-name="Đảng bộ phường số 1"
        now="<%: desk.Now.ToString("o") %>"
        draft="officer-17"
        max-request-bytes="<%: desk.MaxRequestBytes %>"
        max-file-bytes="<%: desk.MaxFileBytes %>"
        max-files="<%: desk.MaxFiles %>"
      >
        <p>
          Đang tải biểu mẫu. Nếu biểu mẫu không hiện ra, đề nghị tải lại trang; nếu vẫn không được, báo cho cán bộ quản
          trị cổng thông tin. Biểu mẫu cần Chrome hoặc Edge từ bản 109, Firefox từ bản 115.
        </p>
      </kl01-report-form>
    </form>
    <p id="received" role="status"></p>
  </body>
</html>
