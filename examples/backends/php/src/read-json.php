<?php

declare(strict_types=1);

namespace Kl01;

/** Reads JSON from outside, or refuses it, as docs/rulebook.md says under "What is refused before judging". */

const MAX_BYTES = 5_000_000;
const MAX_DEPTH = 32;
/** Lists, objects, texts, numbers, true, false and null; names are none. */
const MAX_VALUES = 100_000;
const MAX_NUMBER = 2 ** 53 - 1;

/** A text or value that nobody may judge. The message says why. */
final class Unreadable extends \RuntimeException
{
}

/**
 * The value of a JSON text in UTF-8: objects are stdClass, lists are arrays, whole numbers are int, however they were
 * written. Of equal names the last counts.
 *
 * @throws Unreadable
 */
function read_json(
    string $text,
    int $maxBytes = MAX_BYTES,
    int $maxDepth = MAX_DEPTH,
    int $maxValues = MAX_VALUES,
): mixed {
    if (strlen($text) > $maxBytes) {
        throw new Unreadable("more than $maxBytes bytes");
    }
    $value = json_decode($text, false, $maxDepth + 1); // PHP counts the value within as a level
    if (json_last_error() === JSON_ERROR_INVALID_PROPERTY_NAME) {
        $value = json_decode(without_zero_names($text), false, $maxDepth + 1);
    }
    if (json_last_error() !== JSON_ERROR_NONE) {
        throw new Unreadable(json_last_error_msg());
    }
    make_readable($value, $maxDepth, $maxValues);
    return $value;
}

/**
 * Makes whole numbers int, also −0, in place.
 *
 * @throws Unreadable for a value that no JSON text would be read as
 */
function make_readable(mixed &$value, int $maxDepth = MAX_DEPTH, int $maxValues = MAX_VALUES, int &$count = 0): void
{
    if (++$count > $maxValues) {
        throw new Unreadable("more than $maxValues values");
    }
    if (is_int($value) || is_float($value)) {
        if (!($value >= -MAX_NUMBER && $value <= MAX_NUMBER)) { // NaN is within no bounds
            throw new Unreadable('a number beyond ±(2^53 − 1)');
        }
        if (is_float($value) && floor($value) === $value) {
            $value = (int) $value;
        }
    } elseif (is_string($value)) {
        refuse_broken_text($value);
    } elseif (is_array($value) || $value instanceof \stdClass) {
        if ($maxDepth === 0) {
            throw new Unreadable('nested too deep');
        }
        if (is_array($value) && !array_is_list($value)) {
            throw new Unreadable('an array with keys is no JSON; decode objects to stdClass');
        }
        foreach ($value as $name => &$member) {
            refuse_broken_text((string) $name);
            make_readable($member, $maxDepth - 1, $maxValues, $count);
        }
    } elseif (!is_bool($value) && $value !== null) {
        throw new Unreadable(get_debug_type($value) . ' is no JSON');
    }
}

function refuse_broken_text(string $text): void
{
    if (!mb_check_encoding($text, 'UTF-8')) {
        throw new Unreadable('a text that is not UTF-8');
    }
}

/**
 * PHP has no object property whose name begins with U+0000. No rulebook knows such a name, and what matters of an unknown
 * one is only that it is there: it gets another that is unknown too.
 */
function without_zero_names(string $text): string
{
    $name = '/(?<!\\\\)"\\\\u0000((?:[^"\\\\]|\\\\.)*+"\s*+:)/';
    return preg_replace($name, '"\\u0001$1', $text) ?? '';
}
