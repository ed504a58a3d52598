<?php

declare(strict_types=1);

namespace Kl01;

require_once __DIR__ . '/logic.php';

/** Where rules are judged, and what is computed for them: "Derived values" in docs/rulebook.md. */

const WAYS = ['days', 'months', 'share', 'logic'];

/**
 * @param string $at JSON Pointer of the list
 * @throws \DomainException for what is no list of derived values: the rulebook is at fault, not the submission
 */
function refuse_broken(mixed $derive, string $at): void
{
    $refuse = fn (string $place, string $problem) => throw new \DomainException("$at$place: $problem");
    is_array($derive) || $refuse('', 'there is no list');
    foreach ($derive as $index => $entry) {
        is_string($entry->as ?? null) || $refuse("/$index/as", 'there is no text');
        $ways = array_values(array_filter(WAYS, fn (string $way) => property_exists($entry, $way)));
        count($ways) === 1 || $refuse("/$index", 'there is not exactly one of ' . implode(', ', WAYS));
        match ($ways[0]) {
            'days', 'months' => is_string($entry->{$ways[0]}) || $refuse("/$index", 'there is no path'),
            'share' => is_share($entry->share) || $refuse("/$index/share", 'there is no part of whole numbers, or no rounding'),
            'logic' => true,
        };
    }
}

/**
 * Computes every entry in its order, into `derived` and `marks` of what the rules read.
 *
 * @param list<object> $entries
 */
function derive(array $entries, array $data): void
{
    foreach ($entries as $entry) {
        foreach (places($entry, $data) as [, $place]) {
            $scope = (object) ($place + $data);
            $values = isset($entry->each) ? $scope->mark : $scope->derived;
            $values->{$entry->as} = needs_hold($entry->needs ?? [], $scope) ? derived_value($entry, $scope) : null;
        }
    }
}

/** `today` and `todayKey` of an instant: its day at the offset, whatever the zone of this machine. */
function days_of(int $minute, string $utcOffset): object
{
    $offset = (int) substr($utcOffset, 1, 2) * 60 + (int) substr($utcOffset, 4);
    $today = floor_of($minute + ($utcOffset[0] === '-' ? -$offset : $offset), 1440);
    return (object) ['today' => $today, 'todayKey' => key_of(...explode(' ', gmdate('Y n j', $today * 86400)))];
}

function needs_hold(array|object $needs, object $scope): bool
{
    foreach ($needs as $path => $type) {
        if (!is_of_type(read_var($path, $scope), $type)) {
            return false;
        }
    }
    return true;
}

/**
 * Where a rule or an entry is judged.
 *
 * @return list<array{string, array}> the JSON Pointer of each place, and what is read there besides `$data`
 */
function places(object $source, array $data): array
{
    if (!isset($source->each)) {
        return [['', []]];
    }
    [$outer, $inner] = explode('/*', $source->each, 2) + [1 => null];
    $keys = $source->keys ?? null;
    if ($inner === null) {
        return places_at($outer, $keys, $data['submission'], $data['marks']);
    }
    $places = [];
    foreach (places_at($outer, null, $data['submission'], $data['marks']) as [$path, $owner]) {
        $places[] = places_at($inner, $keys, $owner['item'], $owner['mark'], $path, $owner['item']);
    }
    return array_merge(...$places);
}

/** The items of the list at a pointer into a value, or its members by `$keys`; each with its mark, made when first met. */
function places_at(string $pointer, ?array $keys, mixed $value, object $marks, string $path = '', mixed $owner = null): array
{
    $steps = str_replace(['~1', '~0'], ['/', '~'], array_slice(explode('/', $pointer), 1));
    $last = array_pop($steps);
    foreach ($steps as $step) {
        $value = member($value, $step);
        $marks = $marks->{$step} ??= new \stdClass();
    }
    $value = member($value, $last);
    if ($keys === null && !is_array($value)) {
        return [];
    }
    // Made of an empty list too: rules may count what is derived for its items.
    $own = $marks->{$last} ??= $keys === null ? array_map(fn () => new \stdClass(), $value) : new \stdClass();
    $places = [];
    foreach ($keys ?? array_keys($value) as $index => $step) {
        if ($keys === null) {
            $place = ['item' => $value[$step], 'mark' => $own[$step]];
        } else {
            $place = ['item' => member($value, $step), 'mark' => $own->{$step} ??= new \stdClass()];
        }
        $name = str_replace(['~', '/'], ['~0', '~1'], (string) $step);
        $places[] = ["$path$pointer/$name", $place + ['index' => $index, 'owner' => $owner]];
    }
    return $places;
}

function derived_value(object $entry, object $scope): mixed
{
    if (property_exists($entry, 'logic')) {
        return logic($entry->logic, $scope);
    }
    if (isset($entry->share)) {
        return share_of(logic($entry->share->of ?? null, $scope), $entry->share->part, $entry->share->round);
    }
    $text = read_var($entry->days ?? $entry->months, $scope);
    if (!is_string($text) || !preg_match('/^([0-9]{4})-([0-9]{2})-([0-9]{2})\z/', $text, $part)) {
        return null;
    }
    if (!checkdate((int) $part[2], (int) $part[3], (int) $part[1])) {
        return null;
    }
    if (isset($entry->months)) {
        return key_of($part[1], $part[2], $part[3]);
    }
    return intdiv((new \DateTimeImmutable("{$text}T00:00:00Z"))->getTimestamp(), 86400);
}

/** Orders days; N months later is 32 × N more, also where a month lacks the day. */
function key_of(string $year, string $month, string $day): int
{
    return (12 * (int) $year + (int) $month - 1) * 32 + (int) $day;
}

/** @param array{int, int} $part */
function share_of(mixed $of, array $part, string $round): ?int
{
    if (!is_int($of)) {
        return null;
    }
    [$product, $whole] = [$of * $part[0], $part[1]];
    return match ($round) {
        'down' => floor_of($product, $whole),
        'up' => -floor_of(-$product, $whole),
        'nearest' => floor_of(2 * $product + $whole, 2 * $whole),
    };
}

/** The greatest whole number not above the quotient; intdiv goes towards 0. */
function floor_of(int $number, int $by): int
{
    return intdiv($number - (($number % $by) + $by) % $by, $by);
}

function is_share(mixed $share): bool
{
    $part = $share->part ?? null;
    return is_array($part) && array_map('is_int', $part) === [true, true] && $part[0] >= 0 && $part[1] > 0 &&
        in_array($share->round ?? null, ['down', 'up', 'nearest'], true);
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
