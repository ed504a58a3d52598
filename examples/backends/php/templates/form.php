<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Đề nghị khen thưởng</title>
    <link rel="stylesheet" href="/page.css" />
    <script src="/kl01-forms.js" defer></script>
    <script src="/page.js" defer></script>
  </head>
  <body>
<?php if (isset($answer['notice'])): ?>
    <p class="notice" role="alert"><?= $text($answer['notice']) ?></p>
<?php endif ?>
    <form method="post" enctype="multipart/form-data" action="/">
      <kl01-nomination-form
        name="submission"
        rulebook="/rulebook.json"
        form="<?= $text($config['form']) ?>"
        unit-id="<?= $text($config['unit']['id']) ?>"
        unit-group="<?= $text($config['unit']['group']) ?>"
        unit-name="<?= $text($config['unit']['name']) ?>"
        now="<?= $config['now']->format(DATE_ATOM) ?>"
        draft="<?= $text($config['user']) ?>"
<?php foreach (array_filter(Kl01\limits()) as $attribute => $limit): ?>
        <?= $attribute ?>="<?= $limit ?>"
<?php endforeach ?>
      >
        Trình duyệt này quá cũ để điền biểu mẫu. Hãy dùng Chrome hoặc Edge từ bản 109, Firefox từ bản 115.
<?php foreach ($answer['findings'] ?? [] as $finding): ?>
        <p><?= $text($finding['message']) ?></p>
<?php endforeach ?>
      </kl01-nomination-form>
      <button>Gửi</button>
    </form>
    <script type="application/json" id="state"><?= $json(['value' => $answer['value'] ?? null, 'findings' => $answer['findings'] ?? []]) ?></script>
  </body>
</html>
