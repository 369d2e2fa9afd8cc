// Repairs package-lock.json after a change of dependencies (`npm run lock`); that of another folder when one is named.
//
// A registry may not have a platform's package yet; npm then leaves it out of the lock, and `npm ci` refuses that lock everywhere.
// A bare entry (version, os, cpu, optional) is enough: npm fetches it by name where the platform needs it.
// Download addresses go: everybody installs from the registry that they have set.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

const OS = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const CPU = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];
const LIBC = new Map([
  ["gnu", "glibc"],
  ["musl", "musl"],
]);

const file = join(root, process.argv[2] ?? ".", "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const added = addMissing(lock.packages);
for (const entry of Object.values(lock.packages)) delete entry.resolved;
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added.length} platform packages added${added.map((name) => `\n  ${name}`).join("")}`);

/** @param {Record<string, any>} packages the lock's, by folder */
function addMissing(packages) {
  const added = [];
  for (const [folder, entry] of Object.entries(packages))
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isInstalled(packages, folder, name)) continue;
      packages[`node_modules/${name}`] = bareEntry(name, version, entry.dev);
      added.push(`${name} ${version}`);
    }
  return added;
}

/**
 * Whether Node, asked for a package from a folder, would find it there or in a folder above.
 * @param {Record<string, any>} packages
 * @param {string} folder
 * @param {string} name
 */
function isInstalled(packages, folder, name) {
  for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    if (packages[`${at}${at && "/"}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}

/**
 * @param {string} name
 * @param {string} version
 * @param {boolean | undefined} dev
 */
function bareEntry(name, version, dev) {
  if (!/^\d+\.\d+\.\d+[\w.+-]*$/.test(version)) throw new Error(`${name} ${version}: a range, which only npm can lock`);
  const parts = name.split(/[/-]/);
  const os = OS.find((it) => parts.includes(it));
  const cpu = CPU.find((it) => parts.includes(it));
  const libc = [...LIBC].find(([start]) => parts.some((it) => it.startsWith(start)))?.[1];
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev }),
    ...(os === "linux" && libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}
