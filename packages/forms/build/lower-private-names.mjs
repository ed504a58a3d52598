import { edited, walk } from './syntax-tree.mjs';

/**
 * `#name` → `private_<n>`, n by how often a module writes it. A compiler would make WeakMaps of them, which cost 1 kB
 * (gzip) and time at every key press; whether the names can be reached from outside does not matter in a bundle. Modules
 * share these few names, which saves half as much again; a class that extends another adds that one's name to its own, since
 * an object has those of both. `#name in object` is written nowhere and refused here.
 */
export function lowerPrivateNames() {
  return {
    name: 'lower-private-names',
    transform(code, id) {
      if (!/#[A-Za-z_]/.test(code)) return null;
      const places = new Map();
      let tail = '';
      walk(this.parse(code), (node) => {
        if (node.type === 'BinaryExpression' && node.left.type === 'PrivateIdentifier') {
          this.error(`${id}: "#${node.left.name} in …" cannot be lowered`);
        }
        if (node.superClass) tail += `_${node.superClass.name}`;
        if (node.type === 'PrivateIdentifier') places.set(node.name, [...(places.get(node.name) ?? []), node]);
      });
      const edits = [...places.values()]
        .sort((one, other) => other.length - one.length)
        .flatMap((nodes, n) => nodes.map(({ start, end }) => ({ start, end, text: `private_${n}${tail}` })));
      return { code: edited(code, edits), map: null };
    },
  };
}
