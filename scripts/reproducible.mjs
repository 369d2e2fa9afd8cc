// Builds the site again, into another folder, and compares it with dist/: the same sources have to give the same bytes.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { node, root } from "./run.mjs";

const AGAIN = "node_modules/.cache/dist-again";

rmSync(join(root, AGAIN), { recursive: true, force: true });
const isBuilt = await node("node_modules/vite/bin/vite.js", "build", "--outDir", AGAIN, "--emptyOutDir", "--logLevel", "warn");
const [first, again] = [hashes("dist"), isBuilt ? hashes(AGAIN) : new Map()];
const different = Array.from(new Set([...first.keys(), ...again.keys()])).filter((path) => first.get(path) !== again.get(path));
rmSync(join(root, AGAIN), { recursive: true, force: true });
if (isBuilt)
  console.log(
    `${first.size} files, ${different.length} different in a second build${different.map((path) => `\n  ${path}`).join("")}`,
  );
process.exitCode = isBuilt && first.size > 0 && different.length === 0 ? 0 : 1;

/** SHA-256 by path. @param {string} folder @returns {ReadonlyMap<string, string>} */
function hashes(folder) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    paths.map((path) => [
      path.slice(join(root, folder).length + 1),
      createHash("sha256").update(readFileSync(path)).digest("hex"),
    ]),
  );
}
