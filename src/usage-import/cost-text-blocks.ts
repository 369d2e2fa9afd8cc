import { looksLikeModelLine, type PrintedModel, type PrintedUsd, readModelLine, readPrintedUsd } from "./cost-text-entry.ts";
import { type CostLine, costLines } from "./cost-text-lines.ts";

/** One print: what `/cost`, `/usage` or the end of a session says at once. */
export interface CostBlock {
  readonly line: number;
  /** Everything it says of itself, blanks taken out: two prints with the same words are the same print. */
  readonly identity: string;
  readonly total: PrintedUsd | null;
  /** Whether Claude Code itself doubts its total, because it did not know every model's price. */
  readonly unknownCosts: boolean;
  readonly models: readonly (PrintedModel & { readonly line: number })[];
  /** Lines of models that could not be read. */
  readonly unreadable: readonly number[];
  /** Whether more than the bare total was there, so that it is no line of somebody's shopping. */
  readonly certain: boolean;
}

/** What a text says about the cost of sessions. */
export interface CostPrints {
  readonly blocks: readonly CostBlock[];
  /** Line of the sentence that a subscription shows in place of numbers, or null. */
  readonly subscriptionLine: number | null;
}

interface OpenBlock {
  line: number;
  identity: string;
  total: PrintedUsd | null;
  unknownCosts: boolean;
  models: (PrintedModel & { readonly line: number })[];
  unreadable: number[];
  certain: boolean;
  hasHeader: boolean;
}

const SUBSCRIPTION = /^(?:WithyourClaude\w{1,20}subscription,|Youarecurrentlyusingyour(?:subscription|overages)topower)/i;

/** Reads every print of a text. A new one begins at `Total cost:`, at a second list of models, and at `/cost` or `/usage`. */
export function readCostPrints(text: string): CostPrints {
  const blocks: OpenBlock[] = [];
  let current: OpenBlock | null = null;
  let subscriptionLine: number | null = null;
  const open = (line: number): OpenBlock => {
    const block: OpenBlock = {
      line,
      identity: "",
      total: null,
      unknownCosts: false,
      models: [],
      unreadable: [],
      certain: false,
      hasHeader: false,
    };
    blocks.push(block);
    return block;
  };
  for (const line of costLines(text)) {
    if (SUBSCRIPTION.test(line.compact)) subscriptionLine ??= line.line;
    else if (/^\/(?:cost|usage)\b/i.test(line.head)) current = null;
    else if (/^Totalcost:/i.test(line.compact)) {
      current = open(line.line);
      readTotal(current, line);
    } else if (/^(?:Token)?usagebymodel:/i.test(line.compact)) {
      if (!current || current.hasHeader || current.models.length > 0) current = open(line.line);
      current.hasHeader = true;
      current.certain ||= current.total !== null;
    } else if (/^Total(?:duration|codechanges)/i.test(line.compact)) readSideline(current, line);
    else current = readModel(current, line, { open });
  }
  return { blocks: blocks.filter((block) => block.certain), subscriptionLine };
}

function readTotal(block: OpenBlock, { compact }: CostLine): void {
  const amount = /^Totalcost:\$([\d.,]{1,30})/i.exec(compact)?.[1];
  block.total = amount === undefined ? null : readPrintedUsd(amount);
  block.unknownCosts = /unknownmodel/i.test(compact);
  block.identity = compact;
}

function readSideline(block: OpenBlock | null, { compact }: CostLine): void {
  if (!block) return;
  block.identity += `\n${compact}`;
  block.certain ||= block.total !== null;
}

function readModel(
  current: OpenBlock | null,
  { compact, line }: CostLine,
  { open }: { readonly open: (line: number) => OpenBlock },
): OpenBlock | null {
  const printed = readModelLine(compact);
  if (!printed) {
    if (current && looksLikeModelLine(compact)) current.unreadable.push(line);
    return current;
  }
  const block = current ?? open(line);
  block.identity += `\n${compact}`;
  block.certain = true;
  // A session that has asked no model yet says "Usage: 0 input, …".
  if (printed.model !== "Usage" || Object.values(printed.usage).some((count) => count > 0))
    block.models.push({ ...printed, line });
  return block;
}
