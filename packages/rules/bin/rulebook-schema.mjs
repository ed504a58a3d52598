import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { profileOperators } from '../dist/judge/evaluate.js';

const SOURCES = ['rulebook', 'submission', 'text'].map((name) =>
  fileURLToPath(new URL(`../src/${name}.ts`, import.meta.url)),
);

/** Members that mean the same wherever they stand, unless a comment there says more. */
const EVERYWHERE = {
  element: 'address of the pack element it was made from, such as `de-nghi/quotas/ba-ca-nhan`',
  id: 'never changes: stored submissions refer to it',
  label: 'words for people',
  number: 'as printed, such as `II` or `1`',
  title: 'as printed',
  cite: 'the clause it comes from',
  severity: 'what a breach means: only an `error` makes a submission invalid',
  groups: 'ids of the unit groups it concerns',
  units: 'ids of the units it concerns',
  when: 'asked for only while this is true',
  vi: 'in Vietnamese',
  en: 'in English',
  value: 'as a submission holds it',
  of: 'kinds of nominee',
  kind: 'kind of nominee',
  fields: 'what is asked for, in order',
  min: 'fewest',
  max: 'most',
  count: 'how many',
  by: 'who or what it is done by',
  duty: 'how far it is due',
  optional: 'may be left out',
  options: 'what may be chosen',
  pages: 'printed pages, also parts of one',
  characters: 'characters of text',
};

/**
 * The JSON Schema of a rulebook, made of the types in `src/rulebook.ts` and the comments over their members, so that
 * there is one place where a member is described.
 *
 * @returns {object} draft-07
 * @throws {Error} where a type is written in a way that this does not read
 */
export function rulebookSchema() {
  const types = declarations();
  const definitions = { Logic: logicSchema() };

  const refer = (name) => {
    if (!types.has(name)) throw new Error(`There is no type ${name} in ${SOURCES.join(', ')}.`);
    if (!Object.hasOwn(definitions, name)) {
      definitions[name] = {};
      definitions[name] = described(typeSchema(bodyOf(types.get(name))), commentOf(types.get(name)));
    }
    return { $ref: `#/definitions/${name}` };
  };

  function typeSchema(node) {
    if (ts.isParenthesizedTypeNode(node)) return typeSchema(node.type);
    if (ts.isTypeOperatorNode(node)) return typeSchema(node.type);
    if (ts.isArrayTypeNode(node)) return { type: 'array', items: typeSchema(node.elementType) };
    if (ts.isTupleTypeNode(node)) {
      const items = node.elements.map(typeSchema);
      return { type: 'array', items, minItems: items.length, maxItems: items.length };
    }
    if (ts.isLiteralTypeNode(node)) return { enum: [literalOf(node.literal)] };
    if (ts.isUnionTypeNode(node)) return unionSchema(node.types);
    if (ts.isIntersectionTypeNode(node)) {
      const above = node.types.filter(ts.isTypeReferenceNode).map(({ typeName }) => typeName.getText());
      return objectSchema(node.types.filter(ts.isTypeLiteralNode).flatMap(membersOf), above);
    }
    if (ts.isInterfaceDeclaration(node)) {
      const above = (node.heritageClauses ?? []).flatMap(({ types: bases }) => bases);
      return objectSchema(
        membersOf(node),
        above.map(({ expression }) => expression.getText()),
      );
    }
    if (ts.isTypeLiteralNode(node)) return objectSchema(membersOf(node));
    if (ts.isTypeReferenceNode(node)) return referenceSchema(node.typeName.getText(), node.typeArguments ?? []);
    const keyword = KEYWORDS[node.kind];
    if (!keyword) throw new Error(`This type cannot be read: ${node.getText()}`);
    return { ...keyword };
  }

  function referenceSchema(name, [first, second]) {
    if (name === 'Readonly' || name === 'Partial') return typeSchema(first);
    if (name !== 'Record') return refer(name);
    const keys = literalsOf(first);
    if (keys.length === 0) return { type: 'object', additionalProperties: typeSchema(second) };
    const properties = keys.map((key) => [key, { ...typeSchema(second), description: `of the kind \`${key}\`` }]);
    return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false };
  }

  function unionSchema(parts) {
    const schemas = parts.map(typeSchema);
    if (schemas.every((schema) => schema.enum)) return { enum: schemas.flatMap((schema) => schema.enum) };
    return { anyOf: schemas };
  }

  /** @param above names of the types whose members it has as well: described there, referred to here */
  function objectSchema(members, above = []) {
    const inherited = above.map((name) => {
      const { $ref } = refer(name);
      const { properties, required } = definitions[name];
      const referring = Object.entries(properties).map(([member, { description }]) => [
        member,
        described({ $ref: `${$ref}/properties/${member}` }, description),
      ]);
      return { properties: referring, required };
    });
    const named = members.filter(ts.isPropertySignature);
    const index = members.find(ts.isIndexSignatureDeclaration);
    const properties = named.map((member) => {
      const name = member.name.text;
      return [name, described(typeSchema(member.type), commentOf(member) || EVERYWHERE[name])];
    });
    return {
      type: 'object',
      properties: Object.fromEntries([...inherited.flatMap((type) => type.properties), ...properties]),
      required: [
        ...inherited.flatMap(({ required }) => required),
        ...named.filter(({ questionToken }) => !questionToken).map(({ name }) => name.text),
      ],
      additionalProperties: index ? typeSchema(index.type) : false,
    };
  }

  const membersOf = (node) => [...node.members];

  const literalsOf = (node) => {
    const body = ts.isTypeReferenceNode(node) ? bodyOf(types.get(node.typeName.getText())) : node;
    return body.kind === ts.SyntaxKind.StringKeyword ? [] : body.types.map(({ literal }) => literalOf(literal));
  };

  const { $ref } = refer('Rulebook');
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: 'kl01 rulebook', $ref, definitions };
}

const KEYWORDS = {
  [ts.SyntaxKind.StringKeyword]: { type: 'string' },
  [ts.SyntaxKind.NumberKeyword]: { type: 'number' },
  [ts.SyntaxKind.BooleanKeyword]: { type: 'boolean' },
  [ts.SyntaxKind.UnknownKeyword]: {},
};

/** One operation of the portable profile, a list of operands, or a plain value. */
function logicSchema() {
  const operand = { $ref: '#/definitions/Logic' };
  return {
    description: 'JsonLogic within the portable profile',
    anyOf: [
      { type: ['string', 'integer', 'boolean', 'null'] },
      {
        type: 'object',
        description: 'one operation: its operator and what it is applied to',
        propertyNames: { enum: [...profileOperators] },
        additionalProperties: { anyOf: [operand, { type: 'array', items: operand }] },
        minProperties: 1,
        maxProperties: 1,
      },
    ],
  };
}

function declarations() {
  const found = new Map();
  for (const path of SOURCES) {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    for (const statement of file.statements) {
      if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
        found.set(statement.name.text, statement);
      }
    }
  }
  return found;
}

const bodyOf = (declaration) => (ts.isInterfaceDeclaration(declaration) ? declaration : declaration.type);

function literalOf(literal) {
  if (ts.isStringLiteral(literal)) return literal.text;
  if (ts.isNumericLiteral(literal)) return Number(literal.text);
  return { true: true, false: false, null: null }[literal.getText()];
}

const commentOf = (node) =>
  ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** In draft-07 whatever stands beside `$ref` is not read by validators, yet people read it. */
const described = (schema, description) => (description ? { description, ...schema } : schema);
