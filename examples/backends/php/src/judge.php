<?php

declare(strict_types=1);

namespace Kl01;

require_once __DIR__ . '/read-json.php';
require_once __DIR__ . '/logic.php';
require_once __DIR__ . '/schema.php';

/** Judges a submission by a rulebook, in the order of docs/rulebook.md: envelope, schema, needs, assert or unique. */

/** A breach of these ends the judging: rules could not read such values. */
const ENDS_JUDGING = ['type', 'multipleOf', 'minimum', 'maximum', 'maxItems'];

/**
 * The rulebook of a file; with `$sha256`, only that very file.
 *
 * @throws \RuntimeException when it is another
 */
function load_rulebook(string $path, ?string $sha256 = null): object
{
    $found = hash_file('sha256', $path);
    if ($sha256 !== null && $found !== $sha256) {
        throw new \RuntimeException("$path has the SHA-256 $found, not $sha256: it is not the rulebook that was pinned");
    }
    return json_decode(file_get_contents($path), flags: JSON_THROW_ON_ERROR);
}

/**
 * The verdict upon a submission: bad ones give findings, never an exception.
 *
 * @param mixed $submission as read_json gives it
 * @param \DateTimeInterface $now when it was received, by your clock
 * @param array{id: string, group: string}|null $unit whoever is signed in; null: nothing is compared
 * @return array{valid: bool, findings: list<array>} findings: rule, severity, path, message, params, cite?
 */
function judge(object $rulebook, mixed $submission, \DateTimeInterface $now, ?array $unit = null): array
{
    $minute = (int) floor($now->getTimestamp() / 60);
    $findings = iterator_to_array(findings($rulebook, $submission, $minute, $unit), false);
    $errors = array_filter($findings, fn (array $finding) => $finding['severity'] === 'error');
    return ['valid' => $errors === [], 'findings' => $findings];
}

function findings(object $rulebook, mixed $submission, int $minute, ?array $unit): \Generator
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
    $unit = $unit === null ? null : (object) $unit;
    $data = ['submission' => $submission, 'unit' => $unit, 'now' => $minute, 'item' => null, 'index' => null];
    foreach ($form->rules as $rule) {
        $seen = [];
        if (!isset($rule->each)) {
            yield from judge_once($rule, (object) $data, $seen);
            continue;
        }
        $items = read_var(strtr(substr($rule->each, 1), '/', '.'), $submission);
        foreach (is_array($items) ? $items : [] as $index => $item) {
            yield from judge_once($rule, (object) (['item' => $item, 'index' => $index] + $data), $seen);
        }
    }
}

/** A finding where the rule is broken. `$seen` holds the values of earlier items, for `unique`. */
function judge_once(object $rule, object $data, array &$seen): \Generator
{
    foreach ($rule->needs as $path => $type) {
        if (!is_of_type(read_var($path, $data), $type)) {
            return;
        }
    }
    if (isset($rule->unique)) {
        $values = json_encode(array_map(fn (string $path) => read_var($path, $data), $rule->unique));
        $broken = isset($seen[$values]);
        $seen[$values] = true;
    } else {
        $broken = logic($rule->assert, $data) !== true;
    }
    if (!$broken) {
        return;
    }
    $params = array_map(fn (mixed $logic) => logic($logic, $data), (array) ($rule->params ?? []));
    yield [
        'rule' => $rule->id,
        'severity' => $rule->severity,
        'path' => isset($rule->each) ? "$rule->each/$data->index$rule->path" : $rule->path,
        'message' => fill($rule->message->vi, $params),
        'params' => (object) $params,
    ] + (isset($rule->cite) ? ['cite' => $rule->cite] : []);
}

/** The words for a breach: a pattern that only keeps out blank text has words of its own. */
function shape(array $breach): string
{
    return str_starts_with($breach['pattern'] ?? '', '[^ ') ? 'shape.blank' : "shape.$breach[constraint]";
}

function is_of_type(mixed $value, string $type): bool
{
    return match ($type) {
        'string' => is_string($value),
        'integer' => is_int($value),
        'boolean' => is_bool($value),
        'list' => is_array($value),
        'object' => $value instanceof \stdClass,
    };
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
