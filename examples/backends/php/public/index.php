<?php

declare(strict_types=1);

// One page: shows the form, receives its post. All requests come here: php -S ADDRESS -c php.ini public/index.php

use Kl01\Store;

use function Kl01\load_rulebook;
use function Kl01\receive;
use function Kl01\state;
use function Kl01\to_be_sent_next;
use function Kl01\words;

require __DIR__ . '/../src/receive.php';

error_reporting(E_ALL & ~E_DEPRECATED); // the library was written for older versions of PHP
header("Content-Security-Policy: default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'");
header('X-Content-Type-Options: nosniff');

$config = require __DIR__ . '/../config.php';
$rulebook = load_rulebook($config['rulebook'], $config['sha256']);
$store = new Store($config['data'], $config['unit']['id']);

/** @param array{notice?: string, findings?: list<array>, value?: ?stdClass} $answer */
function show(array $config, int $status, array $answer, string $template = 'form'): void
{
    http_response_code($status);
    header('Content-Type: text/html; charset=utf-8');
    $text = fn (string $text) => htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    // Text in a script element that is no script: only "<" could end it.
    $json = fn (mixed $value) => json_encode($value, JSON_HEX_TAG | JSON_UNESCAPED_UNICODE);
    require __DIR__ . "/../templates/$template.php";
}

function send(string $file, string $type): void
{
    if (!is_readable($file)) {
        http_response_code(404);
        error_log("$file is not there: see config.php and the README");
        return;
    }
    header("Content-Type: $type; charset=utf-8");
    readfile($file);
}

// A submission of a few MB that is all wrong needs more memory than PHP gives; the officer gets a sentence nevertheless.
register_shutdown_function(function () use ($config): void {
    if ((error_get_last()['type'] ?? 0) === E_ERROR && !headers_sent()) {
        ini_set('memory_limit', '-1');
        show($config, 500, ['notice' => words()->fault]);
    }
});

/** What a program is answered, as docs/storage-contract.md says. */
function answer(int $status, array $body): void
{
    http_response_code($status);
    header('Content-Type: application/json');
    header('Cache-Control: no-store');
    echo json_encode($body, JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION | JSON_THROW_ON_ERROR);
}

/** A refusal is a finding, so that the form shows it. */
function refuse(int $status, string $notice, array $more = []): void
{
    $finding = ['rule' => 'upload/refused', 'severity' => 'error', 'path' => '', 'message' => $notice];
    answer($status, ['valid' => false, 'findings' => [$finding]] + $more);
}

function tell(array $answer): void
{
    match ($answer['status']) {
        303 => answer(200, ['valid' => true, 'findings' => $answer['findings'] ?? [], 'receipt' => $answer['receipt']]),
        422 => answer(422, ['valid' => false, 'findings' => $answer['findings']]),
        409 => refuse(409, $answer['notice'], ['revision' => $answer['revision']]),
        default => refuse($answer['status'], $answer['notice']),
    };
}

/** A receipt, a file, or what stands of a form. */
function read(array $config, object $rulebook, Store $store): void
{
    $asked = fn (string $name) => is_string($_GET[$name] ?? null) ? $_GET[$name] : '';
    if (isset($_GET['file'])) {
        $store->hasFile($asked('file')) ? download($store->fileOf($asked('file'))) : refuse(404, words()->notFound);
    } elseif (isset($_GET['receipt'])) {
        $stored = $store->byReceipt($asked('receipt'));
        $stored === null
            ? refuse(404, words()->notFound)
            : answer(200, ['submission' => $stored->submission, 'receipt' => $stored->receipt]);
    } elseif (!in_array($asked('form'), array_column($rulebook->forms, 'id'), true)) {
        refuse(404, words()->notFound);
    } else {
        answer(200, state($config, $rulebook, $store, $asked('form'), $asked('period')));
    }
}

/** Whatever a file holds, it is saved and never shown: it came from outside. */
function download(string $file): void
{
    header('Content-Type: application/octet-stream');
    header('Content-Disposition: attachment');
    header('Cache-Control: private');
    readfile($file);
}

$wantsJson = str_contains($_SERVER['HTTP_ACCEPT'] ?? '', 'application/json');
$request = $_SERVER['REQUEST_METHOD'] . ' ' . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($request === 'POST /') {
    $answer = receive($config, $rulebook, $store);
    if ($wantsJson) {
        tell($answer);
    } elseif ($answer['status'] === 303) {
        header('Location: /received', true, 303);
    } else {
        show($config, $answer['status'], $answer);
    }
} elseif ($request === 'GET /tiep-nhan') {
    // For the committee's officers: yours asks the session. The example has no committee of its own.
    answer(200, ['received' => Store::received($config['data'], (string) ($_GET['form'] ?? ''), (string) ($_GET['period'] ?? ''))]);
} elseif ($request === 'GET /' && ($wantsJson || isset($_GET['file']))) {
    read($config, $rulebook, $store);
} elseif (!str_starts_with($request, 'GET ') && str_ends_with($request, ' /')) {
    header('Allow: GET, POST');
    refuse(405, words()->notFound);
} else {
    $stored = $store->current($config['form']);
    match ($request) {
        'GET /' => show($config, 200, ['value' => to_be_sent_next($stored)]),
        'GET /received' => show($config, 200, ['value' => $stored?->submission], 'received'),
        'GET /page.js' => send(__DIR__ . '/page.js', 'text/javascript'),
        'GET /page.css' => send(__DIR__ . '/page.css', 'text/css'),
        'GET /kl01-forms.js' => send($config['script'], 'text/javascript'),
        'GET /rulebook.json' => send($config['rulebook'], 'application/json'),
        default => show($config, 404, ['notice' => words()->notFound], 'notice'),
    };
}
