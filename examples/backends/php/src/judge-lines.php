<?php

declare(strict_types=1);

namespace Kl01;

require_once __DIR__ . '/judge.php';

/** Bytes of a line: the submission, and what stands around it. */
const MAX_LINE = MAX_BYTES + 10_000;

/**
 * The lines of a stream. Of one that is longer than a line may be only so much is kept as is needed to refuse it.
 *
 * @param resource $stream
 */
function lines_of($stream): \Generator
{
    while (($line = fgets($stream, MAX_LINE + 3)) !== false) {
        yield str_ends_with($line, "\n") ? substr($line, 0, -1) : $line;
        while ($line !== false && !str_ends_with($line, "\n")) {
            $line = fgets($stream, MAX_LINE);
        }
    }
}

/**
 * Judges vectors, as "A judge" in docs/rulebook.md says: one answer for each line that is not blank, in order; a bad line
 * never stops it.
 *
 * @param list<object> $rulebooks
 * @param iterable<string> $lines
 */
function judge_lines(array $rulebooks, iterable $lines): \Generator
{
    $names = array_map(fn (object $rulebook) => "$rulebook->id@$rulebook->version", $rulebooks);
    $byName = array_combine($names, $rulebooks);
    foreach ($lines as $line) {
        if (trim($line, " \t\r\n") !== '') {
            yield judge_line($byName, $line);
        }
    }
}

/** @param array<string, object> $rulebooks by `<id>@<version>` */
function judge_line(array $rulebooks, string $line): array
{
    $name = [];
    try {
        $vector = read_json($line, MAX_LINE, MAX_DEPTH + 1, MAX_LINE);
        if (!$vector instanceof \stdClass) {
            throw new Unreadable('the line is no object');
        }
        $name = is_string($vector->name ?? null) ? ['name' => $vector->name] : [];
        $wanted = $vector->rulebook ?? null;
        if (!is_string($wanted) || !isset($rulebooks[$wanted])) {
            throw new Unreadable('the rulebook of this line was not given');
        }
        $submission = $vector->submission ?? null;
        make_readable($submission);
        $now = instant($vector->now ?? null);
        $unit = unit($vector->unit ?? null);
        $verdict = judge($rulebooks[$wanted], $submission, $now, $unit, ...given_and_receiver($vector));
    } catch (Unreadable $error) {
        return $name + ['error' => $error->getMessage()];
    }
    $short = fn (array $finding) => array_intersect_key($finding, ['rule' => 1, 'severity' => 1, 'path' => 1]);
    return $name + ['valid' => $verdict['valid'], 'findings' => array_map($short, $verdict['findings'])];
}

/** @throws Unreadable unless it is an ISO 8601 instant with offset */
function instant(mixed $text): \DateTimeImmutable
{
    $pattern = '/^(([0-9]{4})-([0-9]{2})-([0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9])(:[0-5][0-9](?:[.,][0-9]+)?)?' .
        '(Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])\z/';
    if (!is_string($text) || !preg_match($pattern, $text, $part) || !checkdate((int) $part[3], (int) $part[4], (int) $part[2])) {
        throw new Unreadable('now is no ISO 8601 instant with offset');
    }
    return new \DateTimeImmutable($part[1] . $part[6]); // seconds are rounded down
}

/** @throws Unreadable */
function unit(mixed $unit): ?array
{
    if ($unit === null) {
        return null;
    }
    if (!$unit instanceof \stdClass || !is_string($unit->id ?? null) || !is_string($unit->group ?? null)) {
        throw new Unreadable('the unit has no id or no group');
    }
    return ['id' => $unit->id, 'group' => $unit->group];
}

/**
 * @return array{?array, ?string}
 * @throws Unreadable
 */
function given_and_receiver(\stdClass $vector): array
{
    $given = $vector->given ?? null;
    $receiver = $vector->receiver ?? null;
    if ($given !== null && !$given instanceof \stdClass) {
        throw new Unreadable('what is given is no object');
    }
    if ($receiver !== null && !is_string($receiver)) {
        throw new Unreadable('the receiver is no id');
    }
    return [$given === null ? null : (array) $given, $receiver];
}
