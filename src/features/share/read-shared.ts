import type { ReadLink } from "../../scenario/link.ts";
import { readKept } from "../../state/saved-scenarios.ts";
import { FILE_MARK } from "./combine-share.ts";

/** The most characters that are read of a file or a paste; the largest that this calculator writes has a quarter of that. */
export const LONGEST_SHARED = 100_000;

/** What was opened, or why nothing was. */
export type SharedRead = ReadLink | { readonly problem: string };

/**
 * What a file of this calculator, its text, or a link means. Of a file only its link is read, by the same decoder as every link; never
 * throws, whatever the text holds.
 */
export function readShared(text: string): SharedRead {
  const trimmed = text.trim();
  if (trimmed === "") return { problem: "There is nothing in it: paste a link or the text of a file." };
  if (trimmed.length > LONGEST_SHARED)
    return { problem: `It is longer than ${LONGEST_SHARED.toLocaleString("en-US")} characters: no file of this calculator is.` };
  return isFile(trimmed) ? readFile(trimmed) : readLink(behindHash(trimmed));
}

/** Whether a text is taken for that of a file; else it is one of a link. */
export function isFile(text: string): boolean {
  return text.trimStart().startsWith("{");
}

function readFile(text: string): SharedRead {
  const content = parsed(text);
  if (content === undefined) return { problem: "It begins like JSON and is not: a part of it is missing or was changed." };
  if (own(content, "calculator") !== FILE_MARK.calculator) return { problem: "It is JSON, but not a file of this calculator." };
  const version = own(content, "version");
  if (typeof version === "number" && version > FILE_MARK.version)
    return { problem: "A newer version of this calculator made the file: open it there." };
  const link = own(content, "link");
  if (version !== FILE_MARK.version || typeof link !== "string" || link === "")
    return { problem: "It is a file of this calculator, but its scenario is missing or was changed." };
  return readLink(link);
}

function readLink(link: string): SharedRead {
  return readKept(link) ?? { problem: "There is no scenario of this calculator in it that can be read." };
}

// A pasted address: the scenario stands behind the first #, or %23 where a program has encoded it.
function behindHash(address: string): string {
  return /^[a-z][a-z+.-]*:\/\//i.test(address) ? address.replace(/^[^#]*?(#|%23|$)/i, "") : address;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// Own keys alone: `__proto__` in a file must not lend it any.
function own(content: unknown, key: string): unknown {
  return typeof content === "object" && content !== null && Object.hasOwn(content, key)
    ? (content as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
