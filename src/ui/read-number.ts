import { parseNumber } from "../lib/parse-number.ts";
import { formatExact } from "./format-count.ts";

/** What a number field takes: from `least` to `most`, both included, with at most so many decimals. */
export interface NumberLimits {
  readonly least: number;
  readonly most: number;
  readonly decimals: number;
}

/** What a typed text comes to. */
export type Reading =
  | { readonly kind: "value"; readonly value: number }
  | { readonly kind: "beyond"; readonly nearest: number; readonly message: string }
  | { readonly kind: "unreadable"; readonly message: string };

/**
 * Reads a typed text against what its field takes; a text that cannot be used says in words what can.
 * @example readNumber("3M", { least: 0, most: 2_000_000, decimals: 0 }).message //=> "Highest possible is 2,000,000"
 */
export function readNumber(text: string, limits: NumberLimits): Reading {
  if (text.trim() === "") return { kind: "unreadable", message: `Nothing is entered. ${accepted(limits)}` };
  const value = parseNumber(text);
  if (value === null) return { kind: "unreadable", message: `Not a number we can read. ${accepted(limits)}` };
  if (value > limits.most)
    return { kind: "beyond", nearest: limits.most, message: `Highest possible is ${formatExact(limits.most)}` };
  if (value < limits.least)
    return { kind: "beyond", nearest: limits.least, message: `Lowest possible is ${formatExact(limits.least)}` };
  if (decimalsOf(value) > limits.decimals)
    return { kind: "unreadable", message: `${tooFine(limits.decimals)} ${accepted(limits)}` };
  return { kind: "value", value };
}

function accepted({ least, most, decimals }: NumberLimits): string {
  if (most >= 1_000_000) return "Write 1500, 1,500, 1.5k or 2M.";
  return `Write a ${decimals === 0 ? "whole " : ""}number from ${formatExact(least)} to ${formatExact(most)}.`;
}

function tooFine(decimals: number): string {
  if (decimals === 0) return "Whole numbers only.";
  return decimals === 1 ? "One decimal at most." : `${decimals} decimals at most.`;
}

function decimalsOf(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (digits.split(".")[1] ?? "").length - Number(exponent));
}
