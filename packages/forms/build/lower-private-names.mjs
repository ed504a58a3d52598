import { edited, walk } from './syntax-tree.mjs';

/**
 * `#name` → `private_name_<n>`, n for each module, so that a subclass has names of its own. A compiler would make
 * WeakMaps of them, which cost 1 kB (gzip) and time at every key press; whether the names can be reached from outside
 * does not matter in a bundle. `#name in object` is written nowhere and refused here.
 */
export function lowerPrivateNames() {
  let modules = 0;
  return {
    name: 'lower-private-names',
    transform(code, id) {
      if (!/#[A-Za-z_]/.test(code)) return null;
      const tail = `_${(modules += 1)}`;
      const edits = [];
      walk(this.parse(code), (node) => {
        if (node.type === 'BinaryExpression' && node.left.type === 'PrivateIdentifier') {
          this.error(`${id}: "#${node.left.name} in …" cannot be lowered`);
        }
        if (node.type === 'PrivateIdentifier') {
          edits.push({ start: node.start, end: node.end, text: `private_${node.name}${tail}` });
        }
      });
      return { code: edited(code, edits), map: null };
    },
  };
}
