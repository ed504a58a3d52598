<?php

declare(strict_types=1);

namespace Kl01;

use JsonSchema\Constraints\CollectionConstraint;
use JsonSchema\Constraints\Factory;
use JsonSchema\Constraints\NumberConstraint;
use JsonSchema\Constraints\ObjectConstraint;
use JsonSchema\Constraints\StringConstraint;
use JsonSchema\Entity\JsonPointer;

require_once 'JsonSchema/autoload.php';

/** The library lets an unknown property `$schema` pass; here it is unknown like any other. */
final class EveryProperty extends ObjectConstraint
{
    protected $inlineSchemaProperty = null;
}

/** The library takes 2022.00000000001 for whole. Whole numbers were made int by the reader, so a float is none. */
final class WholeNumber extends NumberConstraint
{
    public function check(&$element, $schema = null, ?JsonPointer $path = null, $i = null): void
    {
        if (is_float($element) && isset($schema->multipleOf)) {
            $this->addError($path, 'is no whole number', 'multipleOf');
            return;
        }
        parent::check($element, $schema, $path, $i);
    }
}

/** A last `$` is the very end of the text; PHP's would also match before a last line feed. */
final class Text extends StringConstraint
{
    public function check(&$element, $schema = null, ?JsonPointer $path = null, $i = null): void
    {
        if (str_ends_with($schema->pattern ?? '', '$')) {
            $schema = clone $schema;
            $schema->pattern = substr($schema->pattern, 0, -1) . '\\z';
        }
        parent::check($element, $schema, $path, $i);
    }
}

/** The library copies all errors so far for each item: the square of their number, which a post of 1 MB can make minutes. */
final class Items extends CollectionConstraint
{
    protected function validateItems(&$value, $schema = null, ?JsonPointer $path = null, $i = null): void
    {
        foreach ($value as $index => &$item) {
            $this->checkUndefined($item, $schema->items, $path, $index);
        }
    }

    public function addErrors(array $errors): void
    {
        foreach ($errors as $error) {
            $this->errors[] = $error;
        }
    }
}

/**
 * All breaches of a schema of the portable profile.
 *
 * @return list<array{pointer: string, constraint: string}>
 */
function breaches(object $schema, mixed $value): array
{
    $factory = (new Factory())
        ->setConstraintClass('object', EveryProperty::class)
        ->setConstraintClass('number', WholeNumber::class)
        ->setConstraintClass('string', Text::class)
        ->setConstraintClass('collection', Items::class);
    $validator = $factory->createInstanceFor('schema');
    $validator->check($value, $schema);
    return $validator->getErrors();
}
