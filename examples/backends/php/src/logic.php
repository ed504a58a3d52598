<?php

declare(strict_types=1);

namespace Kl01;

/**
 * JsonLogic of the portable profile (docs/rulebook.md), and nothing beyond it.
 *
 * @param mixed $logic as json_decode gives it: operations are stdClass
 * @param mixed $data  what `var` reads: stdClass, lists and plain values
 * @throws \DomainException for an operator outside the profile: the rulebook is at fault, not the submission
 */
function logic(mixed $logic, mixed $data): mixed
{
    if (is_array($logic)) {
        return array_map(fn (mixed $part) => logic($part, $data), $logic);
    }
    if (!$logic instanceof \stdClass) {
        return $logic;
    }
    foreach ($logic as $operator => $operands) {
        return operate($operator, is_array($operands) ? $operands : [$operands], $data);
    }
    return $logic;
}

/** The value at a path of steps joined by dots; null for what is not there. */
function read_var(string $path, mixed $data): mixed
{
    foreach ($path === '' ? [] : explode('.', $path) as $step) {
        $data = member($data, $step);
    }
    return $data;
}

function member(mixed $value, string $name): mixed
{
    return $value instanceof \stdClass ? $value->{$name} ?? null : null;
}

function operate(string $operator, array $operands, mixed $data): mixed
{
    $at = fn (int $index): mixed => logic($operands[$index] ?? null, $data);
    $numbers = fn (): array => array_map(fn (mixed $operand) => logic($operand, $data), $operands);
    $items = fn (): array => is_array($list = $at(0)) ? $list : [];
    $holds = fn (mixed $item): bool => is_true(logic($operands[1], $item));

    return match ($operator) {
        'var' => read_var((string) ($operands[0] ?? ''), $data),
        '===' => $at(0) === $at(1),
        '!==' => $at(0) !== $at(1),
        '<' => $at(0) < $at(1),
        '<=' => $at(0) <= $at(1),
        '>' => $at(0) > $at(1),
        '>=' => $at(0) >= $at(1),
        'and' => until($operands, $data, false),
        'or' => until($operands, $data, true),
        '!' => !is_true($at(0)),
        'if' => choose($operands, $data),
        '+' => array_sum($numbers()),
        '*' => array_product($numbers()),
        '-' => count($operands) === 1 ? -$at(0) : $at(0) - $at(1),
        'filter' => array_values(array_filter($items(), $holds)),
        'map' => array_map(fn (mixed $item) => logic($operands[1], $item), $items()),
        'some' => some($items(), $holds),
        'none' => !some($items(), $holds),
        'reduce' => array_reduce(
            $items(),
            fn (mixed $so_far, mixed $item) => logic(
                $operands[1],
                (object) ['current' => $item, 'accumulator' => $so_far],
            ),
            $at(2),
        ),
        default => throw new \DomainException("\"$operator\" is no operator of the portable profile"),
    };
}

/** What decides an `and` (the first that is false) or an `or` (the first that is true); the last if none does. */
function until(array $operands, mixed $data, bool $deciding): mixed
{
    $value = null;
    foreach ($operands as $operand) {
        $value = logic($operand, $data);
        if (is_true($value) === $deciding) {
            break;
        }
    }
    return $value;
}

/** Conditions and values by turns, at the end a value for when none holds. */
function choose(array $operands, mixed $data): mixed
{
    $pairs = array_chunk($operands, 2);
    foreach ($pairs as $pair) {
        if (count($pair) === 1) {
            return logic($pair[0], $data);
        }
        if (is_true(logic($pair[0], $data))) {
            return logic($pair[1], $data);
        }
    }
    return null;
}

function some(array $items, callable $holds): bool
{
    foreach ($items as $item) {
        if ($holds($item)) {
            return true;
        }
    }
    return false;
}

/** Truth as JsonLogic has it, which is not PHP's: the text "0" is true. */
function is_true(mixed $value): bool
{
    return is_bool($value) ? $value : $value === '0' || (bool) $value;
}
