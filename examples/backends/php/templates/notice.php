<!doctype html>
<html lang="vi">
  <head><meta charset="utf-8" /><title>Thông báo</title><link rel="stylesheet" href="/page.css" /></head>
  <body>
    <p><?= $text($answer['notice']) ?></p>
    <p><a href="/">Về biểu mẫu</a></p>
  </body>
</html>
