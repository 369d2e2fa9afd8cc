import { cacheExpiries } from "../../src/pricing/session-breaks.ts";
import type { SessionShape } from "../../src/pricing/session-shape.ts";
import type { Serving } from "../../src/pricing/session-tokens.ts";

type Kind = "base" | "summary" | "extra" | "growth" | "kept";

/** A piece of a conversation; the same piece is the same object wherever it is sent again. */
interface Block {
  readonly kind: Kind;
}

/**
 * A session worked out a second way, as a cache itself would: a prompt is a list of blocks, and what is read is the blocks at its
 * beginning that the request before it, on the same model, had sent too.
 *
 * @returns each request as [number of its model, read, fresh, output]
 */
export function sessionByBlocks(shape: SessionShape, { scales, modelOf }: Serving): number[][] {
  const sized = (model: number, tokens: number): number => Math.round(tokens * (scales[model] ?? Number.NaN));
  const sizeOf = (model: number, { kind }: Block): number =>
    ({
      base: () => sized(model, shape.basePromptTokens),
      summary: () => sized(model, shape.summaryTokens),
      extra: () => sized(model, shape.extraInput?.tokens ?? 0),
      growth: () => sized(model, shape.inputGrowthPerRequest),
      kept: () => Math.round(shape.outputKeptShare * sized(model, shape.outputPerRequest)),
    })[kind]();
  const total = (model: number, blocks: readonly Block[]): number =>
    blocks.reduce((tokens, block) => tokens + sizeOf(model, block), 0);

  const base: Block = { kind: "base" };
  const gone = cacheExpiries(shape);
  const sent: number[][] = [];
  let cached: { readonly model: number; readonly blocks: readonly Block[] } = { model: -1, blocks: [] };
  const send = (model: number, blocks: readonly Block[], { output, warm = 0 }: { output: number; warm?: number }): void => {
    const differs = blocks.findIndex((block, place) => block !== cached.blocks[place]);
    const known = cached.model === model ? blocks.slice(0, differs < 0 ? blocks.length : differs) : [];
    const read = shape.caching === "off" ? 0 : total(model, known) + warm;
    sent.push([model, read, total(model, blocks) - read, output]);
    cached = { model, blocks };
  };

  let said: readonly Block[] = [];
  for (let request = 1; request <= shape.requests; request++) {
    const model = modelOf(request);
    const fresh: Block[] = [
      ...(request === shape.extraInput?.request ? [{ kind: "extra" } as const] : []),
      { kind: "growth" } as const,
    ];
    if (gone.has(request)) cached = { model: -1, blocks: [] };
    if (request === 1 || (request - 1) % (shape.clearAfterRequests ?? Infinity) === 0) said = [base];
    else if (total(model, [...said, ...fresh]) > (shape.compactAtTokens ?? Infinity)) {
      const old = modelOf(request - 1);
      send(old, said, { output: sized(old, shape.summaryTokens) });
      said = [base, { kind: "summary" }];
    }
    said = [...said, ...fresh];
    const warm = request === 1 ? Math.min(sized(model, shape.warmPromptTokens), sized(model, shape.basePromptTokens)) : 0;
    send(model, said, { output: sized(model, shape.outputPerRequest), warm });
    said = [...said, { kind: "kept" }];
  }
  return sent;
}
