import { PRICING_AUG_2026 } from "./sources.ts";

export type TokenSizeId =
  | "code-line"
  | "markdown-line"
  | "word"
  | "character"
  | "system-prompt"
  | "system-tools"
  | "mcp-tool-deferred"
  | "mcp-tool-full"
  | "response"
  | "response-thinking";

/** How many tokens something takes, as the tokenizer before Opus 4.7 counts them where nothing else is said. */
export interface TokenSize {
  readonly id: TokenSizeId;
  /** What takes the tokens: "a line of code". */
  readonly what: string;
  /** The range of what was found, and the value that is used. */
  readonly low: number;
  readonly used: number;
  readonly high: number;
  /** Published or counted by somebody, worked out from such figures, or assumed. */
  readonly origin: "published" | "inferred" | "assumed";
  /** When it was counted or published, as far as is known. */
  readonly period: string;
  readonly source: string;
  /** Where sources disagree or a figure is weak, in words; null where they agree. */
  readonly disagreement: string | null;
}

const GUIDE = "a public guide, Claude Code API Pricing: Pay-Per-Token Costs Explained";
const DOCS_DEMO =
  "code.claude.com docs, the page that shows a session's context (github.com/ericbuess/claude-code-docs @ec68a5b2)";

/** The sizes of what a session is made of. */
export const tokenSizes: Readonly<Record<TokenSizeId, TokenSize>> = byId([
  {
    id: "code-line",
    what: "a line of code",
    low: 5,
    used: 6.5,
    high: 8,
    origin: "published",
    period: "2026, undated",
    source: `${GUIDE}: 100 lines of TypeScript are 500–800 tokens; the middle is used`,
    disagreement:
      "Another guide gives a file of 50 lines the same 500–800 tokens (10–16 a line), a third one of 1,000 lines about 800 (0.8 a line). The set used fits 4 characters to a token.",
  },
  {
    id: "markdown-line",
    what: "a line of Markdown, as in CLAUDE.md",
    low: 5,
    used: 10,
    high: 16,
    origin: "assumed",
    period: "2026-11",
    source: "assumed: 7.5 words a line, headings and empty lines counted in, at 1.333 tokens a word",
    disagreement: null,
  },
  {
    id: "word",
    what: "an English word",
    low: 1.333,
    used: 1.333,
    high: 1.333,
    origin: "published",
    period: "2026, undated",
    source: `${GUIDE}: 1,000 words are 1,333 tokens`,
    disagreement:
      "Another guide gives 1,000 words 700–800 tokens: that is the figure turned round, 1,000 tokens are about 750 words.",
  },
  {
    id: "character",
    what: "a character of text",
    low: 0.25,
    used: 0.25,
    high: 0.25,
    origin: "published",
    period: "2026, undated",
    source: `${GUIDE}: 4 characters are about 1 token`,
    disagreement: null,
  },
  {
    id: "system-prompt",
    what: "the system prompt of Claude Code",
    low: 4_200,
    used: 4_250,
    high: 4_300,
    origin: "published",
    period: "February to August 2026",
    source: `${DOCS_DEMO}; github.com/anthropics/claude-code#24243`,
    disagreement: null,
  },
  {
    id: "system-tools",
    what: "the tools of Claude Code itself",
    low: 10_700,
    used: 11_250,
    high: 20_300,
    origin: "inferred",
    period: "September 2026; the high end February 2026",
    source:
      "fresh contexts of 15,000–16,000 tokens (anthropics/claude-code#95129) less the system prompt: 15,500 − 4,250; high: 20,300 counted before tools were deferred (#24243)",
    disagreement:
      "Fresh contexts were also counted at 20,000–22,000 (April 2026, #51809, #51747) and at 31,000 with 21 plugins (#24243). Which tokenizer the newest counts are of is not said.",
  },
  {
    id: "mcp-tool-deferred",
    what: "an MCP tool of which only the name is sent",
    low: 8,
    used: 15,
    high: 30,
    origin: "assumed",
    period: "2026-11",
    source: "assumed: a name such as mcp__github__create_pull_request; the default since tools are deferred",
    disagreement: "The docs' demonstration counts 120 tokens for all deferred tools together, without saying how many.",
  },
  {
    id: "mcp-tool-full",
    what: "an MCP tool sent in full",
    low: 200,
    used: 456,
    high: 800,
    origin: "published",
    period: "2026-09-09, Claude Code 2.1.263",
    source:
      "one machine's count, dev.to/rulestack (read in an excerpt): 60,989 − 20,819 tokens for 88 tools; range: dev.to/oldeucryptoboi (excerpt)",
    disagreement: "The tokenizer of the count is not said: by the later one it would be 351 tokens of the earlier (456 ÷ 1.3).",
  },
  {
    id: "response",
    what: "a response without thinking",
    low: 200,
    used: 400,
    high: 800,
    origin: "assumed",
    period: "2026",
    source: `range: a public guide's 200–800 output tokens a turn; the docs' demonstration has edits of 400–600 and an analysis of 800 (${DOCS_DEMO})`,
    disagreement: "Another guide takes a response of 500 tokens.",
  },
  {
    id: "response-thinking",
    what: "a response with thinking",
    low: 320,
    used: 680,
    high: 5_500,
    origin: "inferred",
    period: "2026-03-25 to 2026-04-05; the high end undated",
    source:
      "daily means of 320–1,040 tokens a response (anthropics/claude-code#43893), the middle is used; high: a public guide's 2,000–5,000 tokens of thinking on top of a response of 500",
    disagreement:
      "The guide's figure is two to five times what the logs show. The logs may undercount: builds of early 2026 sometimes left thinking out.",
  },
]);

/** Tokens that the tokenizer since Opus 4.7 makes of one of the earlier: about 1.3, at launch given as 1 to 1.35. */
export const tokenizerGrowth: Pick<TokenSize, "low" | "used" | "high" | "period" | "source"> = {
  low: 1,
  used: 1.3,
  high: 1.35,
  period: "2026-08-21; the range at the launch of Opus 4.7",
  source: `${PRICING_AUG_2026}: about 30% more tokens`,
};

function byId(sizes: readonly TokenSize[]): Readonly<Record<TokenSizeId, TokenSize>> {
  return Object.fromEntries(sizes.map((size) => [size.id, size])) as Record<TokenSizeId, TokenSize>;
}
