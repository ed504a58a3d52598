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
 * @return array{status: int, notice: string, findings?: list<array>, value?: \stdClass|null, receipt?: \stdClass, revision?: int}
 *   303: stored, with its receipt. `value` is what the form shall show; left out, the officer's draft is all there is
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
    // Looked up, judged and stored while nobody of the unit is between.
    return $store->locked(fn () => judged_and_stored($config, $rulebook, $store, $submission));
}

function judged_and_stored(array $config, object $rulebook, Store $store, mixed $submission): array
{
    $form = is_string($submission->form ?? null) ? $submission->form : '';
    $period = is_string($submission->period ?? null) ? $submission->period : '';
    // The line broke before our answer came: the same again has the same receipt, whatever the clock says by now.
    $same = $store->same($form, $period, $submission);
    if ($same !== null) {
        return ['status' => 303, 'notice' => '', 'receipt' => $same->receipt];
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
    $standing = $store->current($form, $period);
    $last = $standing->receipt->revision ?? 0;
    if (($submission->revision ?? null) !== $last + 1) {
        return ['status' => 409, 'notice' => words()->stale, 'value' => to_be_sent_next($standing), 'revision' => $last];
    }
    $stored = $store->add($form, $period, $submission, $config['unit']['group'], $config['now']->format(DATE_ATOM));
    return ['status' => 303, 'notice' => '', 'receipt' => $stored->receipt, 'findings' => $verdict['findings']];
}

/** What the form shows of what stands: its revision is the one to be sent next. */
function to_be_sent_next(?\stdClass $stored): ?\stdClass
{
    return $stored === null ? null : (object) (['revision' => $stored->receipt->revision + 1] + (array) $stored->submission);
}

/** What a page or a program asks before it sends: who is signed in, what stands, how much may be sent. */
function state(array $config, object $rulebook, Store $store, string $form, string $period): array
{
    $stored = $store->current($form, $period);
    $limits = limits();
    return [
        'rulebook' => "$rulebook->id@$rulebook->version",
        'form' => $form,
        'unit' => ['id' => $config['unit']['id'], 'group' => $config['unit']['group']],
        'now' => $config['now']->format(DATE_ATOM),
        'limits' => [
            'requestBytes' => $limits['max-request-bytes'] ?? PHP_INT_MAX,
            'fileBytes' => $limits['max-file-bytes'] ?? PHP_INT_MAX,
            'files' => $limits['max-files'],
        ],
        'revision' => $stored->receipt->revision ?? 0,
        'submission' => $stored->submission ?? null,
        'receipt' => $stored->receipt ?? null,
    ];
}
