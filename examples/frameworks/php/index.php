<?php

declare(strict_types=1);

// A whole page in one file: shows a form, judges what it posts. From the folder that holds examples/ and packages/:
//
//     php -S 127.0.0.1:8082          then open http://127.0.0.1:8082/examples/frameworks/php/

require __DIR__ . '/../../backends/php/src/judge.php';

error_reporting(E_ALL & ~E_DEPRECATED); // the JSON Schema library was written for older versions of PHP

// Yours: the unit from the session, new DateTimeImmutable(). The directive is of 2023, so this page lives then.
$unit = ['id' => 'dang-bo-phuong-so-1', 'group' => 'dang-bo'];
$now = new DateTimeImmutable(getenv('KL01_NOW') ?: '2023-03-22T08:00:00+07:00');
$packages = '../../../packages';
$rulebook = 'rules/dist/rulebooks/hai-phong.kien-an.2023.json';

$sentences = [];
$received = false;
if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    try {
        $posted = $_POST['submission'] ?? null;
        if (!is_string($posted)) {
            $sentences = ['Máy chủ không nhận được nội dung nào. Hãy chờ biểu mẫu hiện ra rồi gửi lại.'];
        } else {
            $judge = Kl01\load_rulebook(__DIR__ . "/$packages/$rulebook");
            $verdict = Kl01\judge($judge, Kl01\read_json($posted), $now, $unit);
            // Valid: store $posted and the files of $_FILES['submission_files'] here.
            $received = $verdict['valid'];
            foreach ($verdict['findings'] as $finding) {
                $finding = (array) $finding;
                if ($finding['severity'] === 'error') {
                    $sentences[] = $finding['message'];
                }
            }
        }
    } catch (Kl01\Unreadable) {
        $sentences = ['Nội dung gửi lên không đọc được. Hãy gửi lại từ biểu mẫu.'];
    }
    http_response_code($received ? 200 : 422);
}
$text = fn (string $text): string => htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
?>
<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Đề nghị khen thưởng</title>
    <script src="<?= $packages ?>/forms/dist/kl01-forms.js" defer></script>
  </head>
  <body>
<?php if ($received): ?>
    <h1>Đã nhận hồ sơ</h1>
    <p>Trang mẫu này không lưu lại.</p>
<?php endif ?>
<?php if ($sentences): ?>
    <div role="alert">
      <h1>Hồ sơ chưa được nhận</h1>
      <ul>
<?php foreach ($sentences as $sentence): ?>
        <li><?= $text($sentence) ?></li>
<?php endforeach ?>
      </ul>
    </div>
<?php endif ?>
    <form method="post" enctype="multipart/form-data"<?= $received ? ' hidden' : '' ?>>
      <kl01-nomination-form
        name="submission"
        rulebook="<?= "$packages/$rulebook" ?>"
        form="de-nghi-cap-quan"
        unit-id="<?= $text($unit['id']) ?>"
        unit-group="<?= $text($unit['group']) ?>"
        unit-name="Đảng bộ phường số 1"
        now="<?= $now->format(DATE_ATOM) ?>"
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
  </body>
</html>
