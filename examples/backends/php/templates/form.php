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
        <p>
          Đang tải biểu mẫu. Nếu biểu mẫu không hiện ra, đề nghị tải lại trang; nếu vẫn không được, báo cho cán bộ quản
          trị cổng thông tin. Biểu mẫu cần Chrome hoặc Edge từ bản 109, Firefox từ bản 115.
        </p>
        <select required aria-label="Biểu mẫu">
          <option value="">Chưa gửi được: biểu mẫu chưa tải xong</option>
        </select>
<?php foreach ($answer['findings'] ?? [] as $finding): ?>
        <p><?= $text($finding['message']) ?></p>
<?php endforeach ?>
      </kl01-nomination-form>
      <button>Gửi</button>
    </form>
    <script type="application/json" id="state"><?= $json(['value' => $answer['value'] ?? null, 'findings' => $answer['findings'] ?? []]) ?></script>
  </body>
</html>
