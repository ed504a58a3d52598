<?php

declare(strict_types=1);

namespace Kl01;

require_once __DIR__ . '/judge.php';
require_once __DIR__ . '/post.php';
require_once __DIR__ . '/store.php';

/**
 * Takes the form's post: judges it with the unit and the clock of the host, matches its files, stores it.
 *
 * @param array $config as config.php gives it
 * @return array{status: int, notice: string, findings?: list<array>, value?: \stdClass|null} 303: stored. `value` is what
 *   the form shall show; left out, the officer's draft is all there is
 */
function receive(array $config, object $rulebook, Store $store): array
{
    if (!is_from_here()) {
        return ['status' => 403, 'notice' => words()->foreign];
    }
    if (is_too_large()) {
        return ['status' => 413, 'notice' => words()->tooLarge];
    }
    // An old browser, or one that got no script, may send the form without what was to be filled in.
    if (!isset($_POST['submission'])) {
        return ['status' => 400, 'notice' => words()->missing];
    }
    try {
        $text = $_POST['submission'];
        $submission = read_json(is_string($text) ? $text : '');
    } catch (Unreadable) {
        return ['status' => 400, 'notice' => words()->refused];
    }

    $verdict = judge($rulebook, $submission, $config['now'], $config['unit']);
    $announced = announced($submission);
    $names = array_column($announced, 'sha256');
    $posted = posted_files('submission_files');
    $fileFindings = file_findings($announced, $posted, $store->hasFile(...));
    // Also of a refused one: its files need not be sent again.
    foreach (array_intersect_key($posted, array_flip($names)) as $sha256 => ['path' => $path]) {
        $store->keepFile($sha256, $path);
    }
    $store->dropFilesBut($names);

    if (!$verdict['valid'] || $fileFindings !== []) {
        $missing = array_values(array_filter($names, fn (string $sha256) => !$store->hasFile($sha256)));
        return [
            'status' => 422,
            'notice' => words()->invalid,
            'findings' => [...$verdict['findings'], ...$fileFindings],
            'value' => $submission instanceof \stdClass ? without_files($submission, $missing) : null,
        ];
    }
    if (!$store->put($config['form'], $submission)) {
        return ['status' => 409, 'notice' => words()->stale, 'value' => to_be_sent_next($store->current($config['form']))];
    }
    return ['status' => 303, 'notice' => ''];
}

/** What the form shows of a stored submission: its revision is the one to be sent next. */
function to_be_sent_next(?\stdClass $stored): ?\stdClass
{
    return $stored === null ? null : (object) (['revision' => $stored->revision + 1] + (array) $stored);
}
