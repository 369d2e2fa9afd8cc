import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

interface Carried {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

interface Licenses {
  readonly directDependencies: () => readonly string[];
  readonly licenceFaults: (carried: readonly Carried[]) => readonly string[];
  readonly listFaults: (
    carried: readonly Pick<Carried, "name">[],
    named: readonly string[],
    asked: readonly string[],
  ) => readonly string[];
}

// Scripts of the build are JavaScript, which tests take no types from.
const { directDependencies, licenceFaults, listFaults }: Licenses = await import(
  new URL("../scripts/licenses.mjs", import.meta.url).href
);

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(tsx?|css)$/.test(path))
  .map((path) => readFileSync(join("src", path), "utf8"));
const { dependencies = {}, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const workflows = readdirSync(".github/workflows").map((file) => ({
  file,
  text: readFileSync(join(".github/workflows", file), "utf8"),
}));

/** Names of packages that the sources import; "react-dom/client" is of react-dom. */
function imported(): readonly string[] {
  const found = sources.flatMap((text) =>
    Array.from(
      text.matchAll(/^(?:@import|import|export|\} from|.* from) ?"((?:@[\w-]+\/)?[\w-]+)[^"]*"/gm),
      ([, name = ""]) => name,
    ),
  );
  return Array.from(new Set(found));
}

describe("R10: the packages that the page carries", () => {
  it("are at most 8, and the list names each of them once", () => {
    const named = directDependencies();
    expect(named.length).toBeGreaterThan(0);
    expect(named.length).toBeLessThanOrEqual(8);
    expect(new Set(named).size).toBe(named.length);
  });

  it("are those that the sources import, and react-is, which Recharts wants beside itself", () => {
    expect([...imported(), "react-is"].sort()).toEqual([...directDependencies()].sort());
    const { peerDependencies } = JSON.parse(readFileSync("node_modules/recharts/package.json", "utf8"));
    expect(Object.keys(peerDependencies)).toContain("react-is");
  });

  it("are asked for in one version each, and nothing comes along with the published package", () => {
    expect(dependencies).toEqual({});
    for (const name of directDependencies()) expect(devDependencies[name], name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it("differ from the list when one is added without a row, or a row is left of one that went", () => {
    const asked = ["react", "zustand", "vite"];
    const carried = ["react", "scheduler", "vite", "zustand"].map((name) => ({ name }));
    // scheduler comes with react-dom, vite is the tool: neither is asked for by the page.
    expect(listFaults(carried, ["react", "zustand"], asked)).toEqual([]);
    expect(listFaults(carried, ["react"], asked)).toEqual(["docs/dependencies.md does not name zustand, which is carried"]);
    expect(listFaults(carried, ["react", "zustand", "lean-qr"], asked)).toEqual([
      "docs/dependencies.md names lean-qr, which is not carried",
    ]);
  });
});

describe("R10: a licence", () => {
  const carried = (license: string, text = "Permission is hereby granted") => [{ name: "a", version: "1.0.0", license, text }];

  it.each(["MIT", "ISC", "BSD-3-Clause", "Apache-2.0", "0BSD", "MIT AND ISC"])("%s may be carried", (license) => {
    expect(licenceFaults(carried(license))).toEqual([]);
  });

  it.each([
    "GPL-3.0",
    "AGPL-3.0-only",
    "LGPL-2.1",
    "MPL-2.0",
    "MIT AND GPL-2.0",
    "(MIT OR GPL-3.0)",
    "SEE LICENSE IN FILE",
    "mit",
    "",
  ])("“%s” fails the build", (license) => {
    expect(licenceFaults(carried(license))).toEqual([`a is under "${license}", not on the list`]);
  });

  it("without its text fails the build: most ask for their text to be passed on", () => {
    expect(licenceFaults(carried("MIT", " \n"))).toEqual(["a ships no text of its licence"]);
  });
});

describe("R10: installing", () => {
  it("runs no script of a package, and no locked package has one that would be missed", () => {
    expect(readFileSync(".npmrc", "utf8")).toMatch(/^ignore-scripts=true$/m);
    expect(readFileSync("package-lock.json", "utf8")).not.toContain("hasInstallScript");
  });
});

describe("R10: the workflows", () => {
  it("are the three: what a change must pass, the site, and the rates every week", () => {
    expect(workflows.map(({ file }) => file)).toEqual(["ci.yml", "pages.yml", "rates-check.yml"]);
  });

  it.each(workflows)("$file names each action by a full commit hash, with its version beside it", ({ text }) => {
    const actions = text.match(/^.*\buses:.*$/gm) ?? [];
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it.each(workflows)("$file may read the repository, and only the job that deploys may do more", ({ file, text }) => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n\n/m);
    const granted = Array.from(text.matchAll(/^ +([\w-]+): write$/gm), ([, right]) => right);
    expect(granted).toEqual(file === "pages.yml" ? ["pages", "id-token"] : []);
    expect(text).not.toContain("write-all");
  });

  it.each(workflows)("$file keeps no token in a checkout and installs only what is locked, without scripts", ({ text }) => {
    const count = (words: string): number => text.split(words).length - 1;
    expect(count("actions/checkout@")).toBeGreaterThan(0);
    expect(count("persist-credentials: false")).toBe(count("actions/checkout@"));
    expect(count("npm ci --ignore-scripts")).toBe(count("actions/checkout@"));
    expect(text).not.toContain("pull_request_target");
  });

  it("name one action in one version only", () => {
    const pins = workflows.flatMap(({ text }) =>
      Array.from(text.matchAll(/uses: ([\w/-]+)@(\w+)/g), ([, name, hash]) => `${name} ${hash}`),
    );
    const names = new Set(pins.map((pin) => pin.split(" ")[0]));
    expect(new Set(pins).size).toBe(names.size);
  });
});
