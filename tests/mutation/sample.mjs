// A Stryker plugin: with MUTATION_SAMPLE=0.3 only three of ten of a file's statements (its functions and tables) are mutated, the
// same ones for the same MUTATION_SEED. Drawn by statement, not by file: so the score of a folder is an estimate for all its files.

const share = Number(process.env.MUTATION_SAMPLE ?? 1);
const seed = process.env.MUTATION_SEED ?? "1";

/** FNV-1a with a last mix: from 0 up to 1, even for keys that differ in a digit. @param {string} text */
function fraction(text) {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** @param {{ node: { start: number, end: number }, parentPath: { node: { type: string, end: number } } | null }} path */
function shouldIgnore({ node, parentPath }) {
  if (share >= 1 || parentPath?.node.type !== "Program") return undefined;
  const isDrawn = fraction(`${seed} ${parentPath.node.end} ${node.start} ${node.end}`) < share;
  return isDrawn ? undefined : "not in the sample";
}

export const strykerPlugins = [{ kind: "Ignore", name: "sample", value: { shouldIgnore } }];
