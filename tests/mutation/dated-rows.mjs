// A Stryker plugin: what was published stays as it is.
//
// A row with its source (a plan, a limit, a size in tokens) is a fact that was read somewhere. Whether it was read right is for
// the tests that hold our cards to others' lists (tests/rates); a mutant of it would only ask for the figure to be written twice.

/** @typedef {{ node: any, parentPath: Path | null, getFunctionParent(): Path | null }} Path */

/** Whether an object literal is such a row: it names its source, or takes it over from a row (`...FABLE_RULES`). */
const isRow = (/** @type {any} */ node) =>
  node?.type === "ObjectExpression" &&
  node.properties.some((/** @type {any} */ property) => property.key?.name === "source" || property.type === "SpreadElement");

const isListOfRows = (/** @type {any} */ node) => node.type === "ArrayExpression" && node.elements.some(isRow);

/** A piece of a source's name: a text that a module gives a name. */
const isNamedText = (/** @type {any} */ node, /** @type {any} */ parent) =>
  (node.type === "StringLiteral" || node.type === "TemplateLiteral") && parent?.type === "VariableDeclarator";

/** Rows and their sources are written where the module is, never in a function. @param {Path} path */
function isDatum(path) {
  return (
    path.getFunctionParent() === null &&
    (isRow(path.node) || isListOfRows(path.node) || isNamedText(path.node, path.parentPath?.node))
  );
}

/** @param {Path} path */
const shouldIgnore = (path) => (isDatum(path) ? "a published row or its source, not code" : undefined);

export const strykerPlugins = [{ kind: "Ignore", name: "dated-rows", value: { shouldIgnore } }];
