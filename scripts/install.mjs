// Installs what package-lock.json says, when that is not what is there. Plain Node: runs before anything is installed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { npm, root } from "./run.mjs";

/**
 * Makes node_modules match the lock.
 * @param {string} [folder] from the repository's folder
 * @returns {Promise<boolean>} whether it does
 */
export async function install(folder = ".") {
  if (isInstalled(folder)) return true;
  console.log(`Installing the dependencies${folder === "." ? "" : ` of ${folder}`} (npm ci) …`);
  // What a docs site brings along needs no script of its own to run.
  return npm("ci", "--no-audit", "--no-fund", ...(folder === "." ? [] : ["--ignore-scripts", "--prefix", folder]));
}

/**
 * Whether every locked package is there in its locked version, by the list that npm leaves in node_modules as its last act.
 * An optional one may be absent (it is for another platform), but not of another version.
 * @param {string} folder
 */
function isInstalled(folder) {
  const installed = packagesOf(join(folder, "node_modules/.package-lock.json"));
  const locked = packagesOf(join(folder, "package-lock.json"));
  if (!installed || !locked) return false;
  return Object.entries(locked).every(([folder, { version, optional }]) => {
    if (folder === "") return true;
    const there = installed[folder];
    return there ? there.version === version : optional === true;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string; optional?: boolean }> | undefined}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}
