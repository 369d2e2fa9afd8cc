// Lists whose code the built site carries, from the modules that its chunks were made of: dist/licenses.txt, the licence of each package in
// full. The build fails at a licence that is not on the list below, and where docs/dependencies.md no longer names what is carried.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "./run.mjs";

/** Licences that ask for no more than being named. What is not here fails the build: the GPL and its kin, and whatever nobody has looked at. */
const GOOD = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"];

// What tools of the build leave in it: parts of their own, not of a package that src/ imports.
const TOOLS = ["assemblyscript", "rolldown", "vite"];
// WebAssembly holds what its compiler brought along (npm run wasm), which no module list shows.
const COMPILED = { module: "/usage-import/log-scan-wasm.ts", by: "assemblyscript" };
// So does the stylesheet, whose import the plugin of Tailwind takes away.
const STYLED = { words: "tailwindcss v", by: "tailwindcss" };

/**
 * @typedef {object} Carried a package whose code is in the built files
 * @property {string} name
 * @property {string} version
 * @property {string} license as its package.json says; empty where it says none
 * @property {string} text its licence in full; empty where it ships none
 */

/** Folders of packages from all builds of this run: the site's, its workers', the embed's. @type {Set<string>} */
const seen = new Set();

/**
 * Notes whose code a build carries; the site's own build then lists it.
 * @returns {import("vite").Plugin}
 */
export function notedPackages() {
  return {
    name: "noted-packages",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const file of Object.values(bundle)) for (const folder of foldersIn(file)) seen.add(folder);
      },
    },
  };
}

/** @returns {import("vite").Plugin[]} */
export function licenses() {
  let folder = "";
  /** @type {import("vite").Plugin} */
  const listed = {
    name: "licenses",
    apply: "build",
    configResolved: ({ root, build: { outDir } }) => {
      folder = resolve(root, outDir);
    },
    closeBundle: {
      // Behind the embed, which is built when the site is.
      order: "post",
      sequential: true,
      handler(error) {
        if (error) return;
        const carried = Array.from(seen, packageIn).sort((a, b) => (a.name < b.name ? -1 : 1));
        const faults = [...licenceFaults(carried), ...listFaults(carried, directDependencies())];
        if (faults.length > 0) throw new Error(`the build carries what it may not, or hides it:\n${faults.join("\n")}`);
        writeFileSync(join(folder, "licenses.txt"), licenceText(carried));
      },
    },
  };
  return [notedPackages(), listed];
}

/**
 * What stands against carrying these packages, in words; empty where nothing does.
 * @param {readonly Carried[]} carried
 * @returns {readonly string[]}
 */
export function licenceFaults(carried) {
  return carried.flatMap(({ name, license, text }) => [
    // "MIT AND ISC" asks for both, "(MIT OR GPL-3.0)" would leave the choice: nobody needs it yet, so nobody has to judge it.
    ...(license.split(" AND ").every((one) => GOOD.includes(one)) ? [] : [`${name} is under "${license}", not on the list`]),
    ...(text.trim() === "" ? [`${name} ships no text of its licence`] : []),
  ]);
}

/**
 * Where the list of direct dependencies differs from what is carried, in words.
 * @param {readonly Pick<Carried, "name">[]} carried
 * @param {readonly string[]} named names in the first column of docs/dependencies.md
 * @param {readonly string[]} [asked] names that package.json asks for
 * @returns {readonly string[]}
 */
export function listFaults(carried, named, asked = askedFor()) {
  const direct = carried.map(({ name }) => name).filter((name) => asked.includes(name) && !TOOLS.includes(name));
  return [
    ...direct
      .filter((name) => !named.includes(name))
      .map((name) => `docs/dependencies.md does not name ${name}, which is carried`),
    ...named.filter((name) => !direct.includes(name)).map((name) => `docs/dependencies.md names ${name}, which is not carried`),
  ];
}

/** The packages in the first column of the first table of docs/dependencies.md, in its order. */
export function directDependencies() {
  const [, table = ""] =
    /^\| package .*\n\|[-|: ]+\n((?:\|.*\n)+)/m.exec(readFileSync(join(root, "docs/dependencies.md"), "utf8")) ?? [];
  return Array.from(table.matchAll(/^\| `([^`]+)`/gm), ([, name = ""]) => name);
}

/** What package.json asks for, by name: everything, for nothing is needed beside the built files. */
function askedFor() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return Object.keys({ ...dependencies, ...devDependencies });
}

/** @param {import("vite").Rollup.OutputBundle[string]} file @returns {readonly string[]} folders of packages */
function foldersIn(file) {
  if (file.type === "asset") return String(file.source).includes(STYLED.words) ? [installed(STYLED.by)] : [];
  return Object.entries(file.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? folderOf(id) : []));
}

/**
 * The folder of the package that a module belongs to; none for one of our own.
 * @param {string} id
 * @returns {readonly string[]}
 */
function folderOf(id) {
  const path = id.replaceAll("\\", "/");
  const [, inside] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
  if (inside) return [inside.replace(/^\0/, "")];
  const [, tool] = /^\0(vite|rolldown)\//.exec(path) ?? [];
  if (tool) return [installed(tool)];
  if (path.endsWith(COMPILED.module)) return [installed(COMPILED.by)];
  if (path.startsWith("\0")) throw new Error(`whose code is ${JSON.stringify(id)}? scripts/licenses.mjs does not know`);
  return [];
}

/** @param {string} name */
function installed(name) {
  return join(root, "node_modules", name).replaceAll("\\", "/");
}

/** @param {string} folder @returns {Carried} */
function packageIn(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)\b/i.test(file));
  const text = texts.sort().map((file) => ownPart(readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n")).trim());
  return { name, version, license: typeof license === "string" ? license : "", text: text.join("\n\n") };
}

/** Without the licences of what a tool brings along for its own work, of which nothing comes here: Vite's are 96 kB. @param {string} text */
function ownPart(text) {
  return text.split(/^#+ Licenses of bundled dependencies$/m, 1)[0] ?? "";
}

/** @param {readonly Carried[]} carried */
function licenceText(carried) {
  const head = `Packages whose code is in these files, each with its licence: ${carried.length}\n`;
  const parts = carried.map(
    ({ name, version, license, text }) => `${"=".repeat(78)}\n${name} ${version} (${license})\n\n${text}\n`,
  );
  return [head, ...parts].join("\n");
}
