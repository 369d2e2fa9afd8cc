import type { ComparedCell, ComparedDifference, ComparedRow, CompareView } from "./combine-compare.ts";

/** What stands below the tables. */
export interface MarkdownFooting {
  /** The days whose prices apply: "prices of 2026-11-20". */
  readonly prices: string;
  /** The address that opens this comparison. */
  readonly link: string;
}

/** Each difference in a line of its own, with the link: for a chat, or the first line of a request. */
export function linesAsMarkdown({ differences }: Pick<CompareView, "differences">, { prices, link }: MarkdownFooting): string {
  return [...differences.map(({ line }) => line), `${sentence(prices)}. ${link}`].join("\n");
}

/** The whole comparison for a pull request: the lines, the figures and inputs side by side, and each difference change by change. */
export function compareAsMarkdown(view: CompareView, { prices, link }: MarkdownFooting): string {
  const { columns, figures, inputs, differences } = view;
  const heads = columns.map(({ name, isBaseline }) => (isBaseline ? `${name} (baseline)` : name));
  const rows = [...figures, ...inputs].map((row) => [row.label, ...cellsOf(row)]);
  return [
    ...differences.map(({ line }) => `- ${line}`),
    "",
    ...table(["", ...heads], rows),
    ...differences.flatMap(partsTable),
    "",
    `Amounts in US dollars. ${sentence(prices)}. ${link}`,
  ].join("\n");
}

function partsTable({ title, total, parts }: ComparedDifference): readonly string[] {
  if (parts.length < 2) return [];
  const rows = parts.map(({ words, amount }) => [words, amount]);
  return ["", ...table([title, "US$ a month"], [...rows, ["All of it", total]])];
}

function cellsOf({ cells }: ComparedRow): readonly string[] {
  return cells.map(({ value, change }: ComparedCell) => {
    if (change === "" || change === value) return value;
    return change === "same" ? "same" : `${value} (${change})`;
  });
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [rowOf(heads), rowOf(heads.map((_, index) => (index === 0 ? "---" : "--:"))), ...rows.map(rowOf)];
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
