import type { ModelCard } from "../pricing/rate-card.ts";
import { catalog } from "./catalog.ts";

/** A spelling that was understood. */
export interface ParsedModelId {
  /** The catalog's own id. */
  readonly id: string;
  /** Whether the spelling names a regional endpoint of Bedrock or Vertex (`us.`, `eu.`, …; `global.` is none). */
  readonly regional: boolean;
}

const CARDS: ReadonlyMap<string, ModelCard> = new Map(catalog.models.map((card) => [card.id, card]));
const SPELLINGS: ReadonlyMap<string, ModelCard> = new Map(
  catalog.models.flatMap((card) => [card.id, ...card.aliases].map((spelling) => [spelling, card] as const)),
);

// Region, vendor, name, Bedrock's version, Claude Code's mark for a long window. The name has a most, so that a pasted novel is
// refused at once.
const FORM = /^(?:(global|us|eu|apac|au|jp|in)\.)?(anthropic[./])?([a-z0-9@-]{1,60}?)(-v1|-v1:0|-v2:0)?(?:\[1m\])?$/;

/**
 * What a model's spelling says: the catalog's id, and whether it was a regional endpoint. Only whole, exact spellings count:
 * nothing is guessed from a part of a name, and upper case is another name. Null for anything else.
 *
 * @example parseModelId("us.anthropic.claude-haiku-4-5-20251001-v1:0") //=> { id: "claude-haiku-4-5-20251001", regional: true }
 */
export function parseModelId(id: string): ParsedModelId | null {
  const form = typeof id === "string" ? FORM.exec(id) : null;
  if (form === null) return null;
  const [, region, vendor, name = "", version] = form;
  if (version !== undefined && vendor !== "anthropic.") return null;
  const card = SPELLINGS.get(name.replace(/@(\d{8})$/, "-$1"));
  return card ? { id: card.id, regional: region !== undefined && region !== "global" } : null;
}

/**
 * The catalog's id behind any spelling of it, or null: never a guess from a part of the name.
 * @example resolveModel("claude-haiku-4-5@20251001") //=> "claude-haiku-4-5-20251001"
 */
export function resolveModel(id: string): string | null {
  return parseModelId(id)?.id ?? null;
}

/** The card of a catalog id, or null; other spellings go through `resolveModel` first. */
export function findModel(id: string): ModelCard | null {
  return CARDS.get(id) ?? null;
}
