// The docs sites that embed the calculator in these tests.

/**
 * A docs site of tests/hosts/.
 * @typedef {object} Host
 * @property {string} name its folder
 * @property {boolean} isBuilt by a generator of its own, installed on demand; otherwise its pages are served as they are
 * @property {string} folder what is served, from tests/hosts/
 */

/** @type {readonly Host[]} */
export const HOSTS = [
  { name: "plain", isBuilt: false, folder: "plain" },
  { name: "mkdocs-material", isBuilt: false, folder: "mkdocs-material" },
  { name: "wordpress", isBuilt: false, folder: "wordpress" },
  { name: "vitepress", isBuilt: true, folder: "vitepress/dist" },
  { name: "starlight", isBuilt: true, folder: "starlight/dist" },
  { name: "docusaurus", isBuilt: true, folder: "docusaurus/dist" },
];

const FIRST_PORT = Number(process.env.HOSTS_PORT ?? 4301);

/** The calculator's address: another site than `localhost`, where the hosts are. */
export const CALCULATOR = `http://127.0.0.1:${FIRST_PORT}/`;

/** The address of a host, each an origin of its own. @param {string} name @returns {string} */
export function addressOf(name) {
  return `http://localhost:${FIRST_PORT + 1 + HOSTS.findIndex((host) => host.name === name)}/`;
}
