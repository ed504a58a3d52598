<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Đã nhận hồ sơ</title>
    <link rel="stylesheet" href="/page.css" />
    <script src="/kl01-forms.js" defer></script>
    <script src="/page.js" defer></script>
  </head>
  <body>
    <h1>Đã nhận hồ sơ</h1>
<?php if ($answer['value'] !== null): ?>
    <p>Bản số <?= $answer['value']->revision ?>, kèm theo <?= count(Kl01\announced($answer['value'])) ?> tệp.</p>
<?php endif ?>
    <p><a href="/">Về biểu mẫu</a></p>
    <!-- Not shown: names the draft that is no longer needed. -->
    <kl01-nomination-form hidden rulebook="/rulebook.json" form="<?= $text($config['form']) ?>" draft="<?= $text($config['user']) ?>"></kl01-nomination-form>
    <script type="application/json" id="state">{"received":true}</script>
  </body>
</html>
