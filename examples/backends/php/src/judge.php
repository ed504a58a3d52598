<?php

declare(strict_types=1);

namespace Kl01;

require_once __DIR__ . '/read-json.php';
require_once __DIR__ . '/logic.php';
require_once __DIR__ . '/derive.php';
require_once __DIR__ . '/schema.php';

/** Judges a submission by a rulebook, in the order of docs/rulebook.md: envelope, schema, derived values, rules. */

const FORMATS = ['2'];

/** A breach of these ends the judging: rules could not read such values. */
const ENDS_JUDGING = ['type', 'multipleOf', 'minimum', 'maximum', 'maxItems'];

/**
 * The rulebook of a file; with `$sha256`, only that very file.
 *
 * @throws \RuntimeException when it is another
 * @throws \DomainException when it is no rulebook to judge by
 */
function load_rulebook(string $path, ?string $sha256 = null): object
{
    $found = hash_file('sha256', $path);
    if ($sha256 !== null && $found !== $sha256) {
        throw new \RuntimeException("$path has the SHA-256 $found, not $sha256: it is not the rulebook that was pinned");
    }
    $rulebook = json_decode(file_get_contents($path), flags: JSON_THROW_ON_ERROR);
    if (!in_array($rulebook->rulebook ?? null, FORMATS, true)) {
        throw new \DomainException("$path is no rulebook of format " . implode(' or ', FORMATS));
    }
    foreach ($rulebook->forms as $index => $form) {
        refuse_broken($form->derive ?? [], "/forms/$index/derive");
    }
    return $rulebook;
}

/**
 * The verdict upon a submission: bad ones give findings, never an exception.
 *
 * @param mixed $submission as read_json gives it
 * @param \DateTimeInterface $now when it was received, by your clock
 * @param array{id: string, group: string}|null $unit whoever is signed in; null: nothing is compared
 * @param array<string, string|int|bool|null>|null $given what you know and the form asks of you in `view.given`, such as the
 *   day of an event, by id; what is missing is unknown
 * @param ?string $receiver id of the receiver you judge for, where a form has several with deadlines of their own
 * @return array{valid: bool, findings: list<array>} findings: rule, severity, path, message, params, cite?
 */
function judge(
    object $rulebook,
    mixed $submission,
    \DateTimeInterface $now,
    ?array $unit = null,
    ?array $given = null,
    ?string $receiver = null,
): array {
    $object = fn (?array $members): ?object => $members === null ? null : (object) $members;
    $host = ['unit' => $object($unit), 'now' => floor_of($now->getTimestamp(), 60)];
    $host += ['given' => $object($given), 'receiver' => $receiver];
    $findings = iterator_to_array(findings($rulebook, $submission, $host), false);
    $errors = array_filter($findings, fn (array $finding) => $finding['severity'] === 'error');
    return ['valid' => $errors === [], 'findings' => $findings];
}

/** @param array $host what rules read of `unit`, `now`, `given` and `receiver` */
function findings(object $rulebook, mixed $submission, array $host): \Generator
{
    try {
        make_readable($submission);
    } catch (Unreadable) {
        return yield own('schema', '', 'refused');
    }

    // 0. Envelope
    if (!$submission instanceof \stdClass) {
        return yield own('schema', '', 'schema');
    }
    $named = $submission->rulebook ?? null;
    $names = ['expected' => "$rulebook->id@$rulebook->version", 'received' => in_words($named)];
    if (!is_string($named) || !preg_match('/^([^@]+)@([^@]+)\z/', $named, $part) || $part[1] !== $rulebook->id) {
        return yield own('rulebook', '/rulebook', 'rulebook', $names);
    }
    $id = $submission->form ?? null;
    $form = current(array_filter($rulebook->forms, fn (object $form) => $form->id === $id));
    if ($form === false) {
        return yield own('form', '/form', 'form', ['received' => in_words($id)]);
    }
    if ($part[2] !== $rulebook->version) {
        yield own('rulebook', '/rulebook', 'version', $names, 'warning');
    }

    // 1. Schema: one finding per path
    $breaches = breaches($form->schema, $submission);
    foreach (array_column($breaches, null, 'pointer') as $path => $breach) {
        $limit = $breach[$breach['constraint']] ?? '';
        yield own('schema', $path, shape($breach), ['label' => label($form, $path), 'limit' => $limit]);
    }
    if (array_intersect(array_column($breaches, 'constraint'), ENDS_JUDGING) !== []) {
        return;
    }

    // 2. Rules
    $data = $host + ['submission' => $submission, 'item' => null, 'index' => null, 'owner' => null];
    $data += ['derived' => days_of($host['now'], $rulebook->utcOffset), 'mark' => null, 'marks' => new \stdClass()];
    derive($form->derive ?? [], $data);
    foreach ($form->rules as $rule) {
        $seen = [];
        foreach (places($rule, $data) as [$path, $place]) {
            $scope = (object) ($place + $data);
            if (needs_hold($rule->needs, $scope) && is_broken($rule, $scope, $seen)) {
                yield finding($rule, $scope, $path, $form);
            }
        }
    }
}

/** @param array<string, int> $seen how often the values of earlier items were met, for `repeats` */
function is_broken(object $rule, object $scope, array &$seen): bool
{
    $repeats = $rule->repeats ?? null;
    if ($repeats === null) {
        return logic($rule->assert, $scope) !== true;
    }
    if (logic($repeats->where ?? true, $scope) !== true) {
        return false;
    }
    $values = json_encode(array_map(fn (string $path) => read_var($path, $scope), $repeats->of));
    $seen[$values] = ($seen[$values] ?? 0) + 1;
    return $seen[$values] > $repeats->atMost;
}

/** @param string $place JSON Pointer of the item; empty for the submission */
function finding(object $rule, object $scope, string $place, object $form): array
{
    $params = array_map(fn (mixed $logic) => logic($logic, $scope), (array) ($rule->params ?? []));
    $params += isset($rule->keys) ? ['item' => label($form, $place)] : [];
    return [
        'rule' => $rule->id,
        'severity' => $rule->severity,
        'path' => $place . $rule->path,
        'message' => fill($rule->message->vi, $params),
        'params' => (object) $params,
    ] + (isset($rule->cite) ? ['cite' => $rule->cite] : []);
}

/** The words for a breach: a pattern that only keeps out blank text has words of its own. */
function shape(array $breach): string
{
    return str_starts_with($breach['pattern'] ?? '', '[^ ') ? 'shape.blank' : "shape.$breach[constraint]";
}

/** What the judge itself says; the sentences of rules stand in the rulebook. */
function own(string $rule, string $path, string $words, array $params = [], string $severity = 'error'): array
{
    $message = fill(words()->{$words}, $params);
    return ['rule' => $rule, 'severity' => $severity, 'path' => $path, 'message' => $message, 'params' => (object) $params];
}

function words(): object
{
    static $words = null;
    return $words ??= json_decode(file_get_contents(__DIR__ . '/../vi.json'), flags: JSON_THROW_ON_ERROR);
}

function fill(string $template, array $params): string
{
    $fill = fn (array $place) => (string) ($params[$place[1]] ?? $place[0]);
    return preg_replace_callback('/\{([A-Za-z]\w*)\}/', $fill, $template);
}

/** The label of a place, where list positions read as `*`. */
function label(object $form, string $path): string
{
    $general = preg_replace('~/\d+(?=/|$)~', '/*', $path);
    $label = $form->view->labels->{$path} ?? $form->view->labels->{$general} ?? words()->place;
    return is_string($label) ? $label : $label->vi;
}

/** A value of somebody else's making, short enough for a sentence. */
function in_words(mixed $value): string
{
    $text = is_string($value) ? $value : ($value === null ? '' : json_encode($value, JSON_UNESCAPED_UNICODE));
    return mb_strimwidth($text, 0, 120, '…', 'UTF-8');
}
