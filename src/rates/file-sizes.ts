import type { TokenSize } from "./token-sizes.ts";

export type FileKindId = "typescript-file" | "react-component" | "package-json" | "file-read" | "codebase-scan";

/** How many tokens a file of some kind takes, as the tokenizer before Opus 4.7 counts them; the middle of the range is used. */
export type FileSize = Pick<TokenSize, "what" | "low" | "used" | "high" | "origin" | "source"> & { readonly id: FileKindId };

const GUIDE = "a public guide, Claude Code API Pricing: Pay-Per-Token Costs Explained (2026)";

/** The kinds of files that public guides give sizes for. */
export const fileSizes: readonly FileSize[] = [
  {
    id: "typescript-file",
    what: "TypeScript files of 100 lines",
    low: 500,
    used: 650,
    high: 800,
    origin: "published",
    source: `${GUIDE}: 500–800`,
  },
  {
    id: "react-component",
    what: "React components",
    low: 300,
    used: 450,
    high: 600,
    origin: "published",
    source: `${GUIDE}: 300–600`,
  },
  {
    id: "package-json",
    what: "package.json files",
    low: 200,
    used: 300,
    high: 400,
    origin: "published",
    source: `${GUIDE}: 200–400`,
  },
  {
    id: "file-read",
    what: "files as Claude Code reads them",
    low: 1_100,
    used: 1_750,
    high: 2_400,
    origin: "published",
    source: "code.claude.com docs, the page that shows a session's context: file reads of 1,100–2,400 (2026)",
  },
  {
    id: "codebase-scan",
    what: "scans of a whole codebase",
    low: 50_000,
    used: 125_000,
    high: 200_000,
    origin: "published",
    source: `${GUIDE}: 50,000–200,000`,
  },
];
