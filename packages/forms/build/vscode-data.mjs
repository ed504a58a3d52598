/**
 * VS Code's HTML data (`html.customData`) of a manifest's declarations: tags, attributes, what each is.
 *
 * @param {{ tagName: string, description: string, attributes: { name: string, description: string, type: { text: string } }[] }[]} declarations
 */
export const vscodeData = (declarations) => ({
  version: 1.1,
  tags: declarations.map(({ tagName, description, attributes }) => ({
    name: tagName,
    description: { kind: 'markdown', value: description },
    attributes: attributes.map(({ name, description: value, type }) => ({
      name,
      description: { kind: 'markdown', value },
      ...(type.text === 'boolean' && { valueSet: 'v' }),
    })),
  })),
});
