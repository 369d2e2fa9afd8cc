import { tokenScale } from "../pricing/tokenizer.ts";
import { type TokenSize, type TokenSizeId, tokenSizes } from "../rates/token-sizes.ts";
import { quantise, RANGES } from "./ranges.ts";
import { rateBook } from "./rate-book.ts";
import type { Scenario, SimulatedUsage } from "./scenario.ts";

/** What a person knows of their work without counting tokens. */
export interface Habits {
  /** Lines of all CLAUDE.md files that a session loads. */
  readonly claudeMdLines: number;
  /** Tools that the connected MCP servers offer. */
  readonly mcpTools: number;
  /** Files read, or outputs of that length, before a request; a mean. */
  readonly filesPerRequest: number;
  readonly linesPerFile: number;
  /** Words typed, as a mean over all requests: a prompt of 60 words and 9 more requests on it are 6. */
  readonly promptWords: number;
  /** Whether the model thinks before it answers. */
  readonly thinking: boolean;
}

/** A size in tokens with the range of what its parts were found to be. */
export type SizeRange = Pick<TokenSize, "low" | "used" | "high">;

/** The sizes of a session, in whole tokens of the model that the scenario's counts are stated in. */
export interface SessionFromHabits {
  readonly basePromptTokens: SizeRange;
  readonly inputGrowthPerRequest: SizeRange;
  readonly outputPerRequest: SizeRange;
  /** Share of the output that stays in the context: all of it without thinking. */
  readonly outputKeptShare: number;
}

/** Everyday habits, so that there is something to correct; assumed. */
export const COMMON_HABITS: Habits = {
  claudeMdLines: 100,
  mcpTools: 0,
  filesPerRequest: 1,
  linesPerFile: 180,
  promptWords: 10,
  thinking: true,
};

/**
 * The sizes of a session from what a person knows. With the sizes of `tokenSizes`, each at its low, used and high value:
 *
 * - base prompt = system prompt + own tools + CLAUDE.md lines × tokens a line + MCP tools × tokens a name (high: a tool in full);
 * - growth a request = files × lines × tokens a line of code + words × tokens a word;
 * - output a request = a response, with thinking or without;
 * - the share of the output that stays = a response without thinking ÷ one with it.
 *
 * All of it times `scale`, then rounded to three digits (a finer figure would claim too much) and kept within what the fields take.
 *
 * @param scale tokens of the scenario's counts for one of the earlier tokenizer, as `habitScale` says
 * @example without CLAUDE.md and MCP, at scale 1, the base prompt is 4,250 + 11,250 = 15,500 tokens
 */
export function sessionFromHabits(habits: Habits, scale: number): SessionFromHabits {
  const { claudeMdLines, mcpTools, filesPerRequest, linesPerFile, promptWords, thinking } = habits;
  return {
    basePromptTokens: sizeOf("basePromptTokens", scale, (end) => {
      const fixed = tokenSizes["system-prompt"][end] + tokenSizes["system-tools"][end];
      const tool = tokenSizes[end === "high" ? "mcp-tool-full" : "mcp-tool-deferred"][end];
      return fixed + claudeMdLines * tokenSizes["markdown-line"][end] + mcpTools * tool;
    }),
    inputGrowthPerRequest: sizeOf(
      "inputGrowthPerRequest",
      scale,
      (end) => filesPerRequest * linesPerFile * tokenSizes["code-line"][end] + promptWords * tokenSizes.word[end],
    ),
    outputPerRequest: sizeOf("outputPerRequest", scale, (end) => tokenSizes[thinking ? "response-thinking" : "response"][end]),
    outputKeptShare: thinking
      ? quantise(RANGES.outputKeptShare, tokenSizes.response.used / tokenSizes["response-thinking"].used)
      : 1,
  };
}

/** What sizes of the earlier tokenizer are multiplied by to be in a scenario's tokens: 1, or its tokenizer factor. */
export function habitScale(scenario: Scenario): number {
  const stated = rateBook(scenario).find(scenario.tokensOf)?.tokenizer ?? "from-4.7";
  return tokenScale("before-4.7", stated, scenario.tokenizerFactor);
}

/** The sizes that habits rest on, in the order of the arithmetic. */
export function sizesBehind({ thinking }: Pick<Habits, "thinking">): readonly TokenSize[] {
  const ids: readonly TokenSizeId[] = [
    "system-prompt",
    "system-tools",
    "markdown-line",
    "mcp-tool-deferred",
    "mcp-tool-full",
    "code-line",
    "word",
    thinking ? "response-thinking" : "response",
  ];
  return ids.map((id) => tokenSizes[id]);
}

type End = keyof SizeRange;
type SizedField = keyof Pick<SimulatedUsage, "basePromptTokens" | "inputGrowthPerRequest" | "outputPerRequest">;

function sizeOf(field: SizedField, scale: number, tokensAt: (end: End) => number): SizeRange {
  const at = (end: End): number => quantise(RANGES[field], Number((tokensAt(end) * scale).toPrecision(3)));
  return { low: at("low"), used: at("used"), high: at("high") };
}
