import type { Tokenizer } from "./rate-card.ts";
import type { SessionShape } from "./session-shape.ts";
import { type FullUsage, NO_USAGE, TOKEN_CLASSES, type Usage } from "./usage.ts";

/**
 * What a token count is multiplied by when the same text goes to another model: from Opus 4.7 on a text makes about 30 % more tokens
 * (the provider's launch note: 1.0 to 1.35 times).
 *
 * @param factor tokens of the later tokenizer for one of the earlier, 1–1.35
 * @example tokenScale("before-4.7", "from-4.7", 1.3) //=> 1.3
 */
export function tokenScale(stated: Tokenizer, used: Tokenizer, factor: number): number {
  if (stated === used) return 1;
  return used === "from-4.7" ? factor : 1 / factor;
}

/** Tokens of each class times a scale, each rounded to a whole token; web searches stay. */
export function scaleUsage(usage: Usage, scale: number): FullUsage {
  const scaled = { ...NO_USAGE, webSearches: usage.webSearches ?? 0 };
  for (const name of TOKEN_CLASSES) scaled[name] = Math.round((usage[name] ?? 0) * scale);
  return scaled;
}

/** A session as the other tokenizer would count it, each size rounded to a whole token; the compaction limit is a setting and stays. */
export function scaleSession<Shape extends SessionShape>(shape: Shape, scale: number): Shape {
  if (scale === 1) return shape;
  return {
    ...shape,
    basePromptTokens: Math.round(shape.basePromptTokens * scale),
    inputGrowthPerRequest: Math.round(shape.inputGrowthPerRequest * scale),
    outputPerRequest: Math.round(shape.outputPerRequest * scale),
    warmPromptTokens: Math.round(shape.warmPromptTokens * scale),
    summaryTokens: Math.round(shape.summaryTokens * scale),
    ...(shape.extraInput && { extraInput: { ...shape.extraInput, tokens: Math.round(shape.extraInput.tokens * scale) } }),
  };
}
