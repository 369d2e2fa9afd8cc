import { findModel } from "../rates/resolve-model.ts";

/**
 * How a link writes each model: family and version. Published links hold these, so none is ever changed or given to another model; a model
 * that joins the catalog gets its own here.
 */
const CODES: readonly (readonly [code: string, id: string])[] = [
  ["f5.2", "claude-fable-5-2"],
  ["f5.1", "claude-fable-5-1"],
  ["f5", "claude-fable-5"],
  ["h5.5", "claude-haiku-5-5"],
  ["h4.5", "claude-haiku-4-5-20251001"],
  ["h3.5", "claude-3-5-haiku-20241022"],
  ["h3", "claude-3-haiku-20240307"],
  ["m5.2", "claude-mythos-5-2"],
  ["m5.1", "claude-mythos-5-1"],
  ["m5", "claude-mythos-5"],
  ["mp", "claude-mythos-preview"],
  ["o5.5", "claude-opus-5-5"],
  ["o5", "claude-opus-5"],
  ["o4.8", "claude-opus-4-8"],
  ["o4.7", "claude-opus-4-7"],
  ["o4.6", "claude-opus-4-6"],
  ["o4.5", "claude-opus-4-5-20251101"],
  ["o4.1", "claude-opus-4-1-20250805"],
  ["o4", "claude-opus-4-20250514"],
  ["o3", "claude-3-opus-20240229"],
  ["s5.5", "claude-sonnet-5-5"],
  ["s5", "claude-sonnet-5"],
  ["s4.6", "claude-sonnet-4-6"],
  ["s4.5", "claude-sonnet-4-5-20250929"],
  ["s4", "claude-sonnet-4-20250514"],
  ["s3.7", "claude-3-7-sonnet-20250219"],
  ["s3.5", "claude-3-5-sonnet-20241022"],
  ["s3.5a", "claude-3-5-sonnet-20240620"],
];

const CODE_OF: ReadonlyMap<string, string> = new Map(CODES.map(([code, id]) => [id, code]));
const MODEL_OF: ReadonlyMap<string, string> = new Map(CODES);

/** A model of the catalog as links write it. @example codeOfModel("claude-opus-5-5") //=> "o5.5" */
export function codeOfModel(id: string): string {
  return CODE_OF.get(id) ?? id;
}

/** The model behind a code, or behind any spelling that the price list knows; null where there is none. */
export function modelOfCode(text: string): string | null {
  return MODEL_OF.get(text) ?? findModel(text)?.id ?? findModel(`claude-${text}`)?.id ?? null;
}
