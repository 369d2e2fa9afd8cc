// Starts other programs with their output on this one's. Plain Node: used before anything is installed.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The repository's folder, where every program is started. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs a program to its end.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to this process's own
 * @returns {Promise<boolean>} whether it ended well
 */
export function run(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
    child.on("error", (error) => {
      console.error(`${program}: ${error.message}`);
      resolve(false);
    });
    child.on("close", (code) => resolve(code === 0));
  });
}

/**
 * Runs npm. The npm that started this script, when there is one: Windows starts no `npm` by that name.
 * @param {readonly string[]} args
 */
export function npm(...args) {
  const path = process.env.npm_execpath;
  return path ? run(process.execPath, [path, ...args]) : run("npm", args);
}

/**
 * Runs a script of an installed package with this Node.
 * @param {string} script from the repository's folder
 * @param {readonly string[]} args
 */
export function node(script, ...args) {
  return run(process.execPath, [script, ...args]);
}
