/** A part of a link or an input that was ignored, changed or could not be read. */
export interface Problem {
  /** The key in the link, or `link` for the whole. */
  readonly field: string;
  readonly reason: string;
}

/** The key of the pair that ends every link; its value counts the pairs before it. */
export const END_KEY = "z";

/** The pairs of a link's text. */
export interface LinkPairs {
  /** By key; only keys that a link can hold. */
  readonly values: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  /** The pairs as they stood, without foreign ones and the end mark: what a canonical link is compared with. */
  readonly text: string;
}

/**
 * Takes a link's text apart. Undoes what mail and chat programs do to links (`%23` for `#`, `&amp;` for `&`, percent-encoding, a second
 * `#…` put behind), leaves foreign keys such as utm_* alone, and tells by the end mark whether pairs are missing.
 */
export function linkPairs(
  link: string,
  { isKey, most }: { readonly isKey: (key: string) => boolean; readonly most: number },
): LinkPairs {
  if (link.length > most)
    return {
      values: new Map(),
      text: "",
      problems: [{ field: "link", reason: `it is longer than ${most.toLocaleString("en-US")} characters` }],
    };
  const pairs = piecesOf(link)
    .filter((piece) => piece !== "")
    .map((piece) => keyAndValue(decoded(piece)));
  const ours = pairs.filter(([key]) => isKey(key));
  const values = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [key, value] of ours) {
    if (values.has(key)) problems.push({ field: key, reason: "it is there twice; the first one counts" });
    else values.set(key, value);
  }
  // Whatever programs add to links has a name and a value: a piece without is a pair of ours that was torn.
  if (pairs.some(([key]) => key === ""))
    problems.push({ field: "link", reason: "a piece of it has no name: it was changed on its way" });
  const end = endProblem(
    pairs.filter(([key]) => key === END_KEY).map(([, value]) => value),
    ours.length,
  );
  return { values, problems: end ? [...problems, end] : problems, text: ours.map(([key, value]) => `${key}=${value}`).join("&") };
}

function piecesOf(link: string): readonly string[] {
  // A link that was encoded as a whole has no & left. Else each piece is decoded by itself: a campaign's mark may hold an encoded & or #.
  const text = link.includes("&") ? link.trim() : decoded(link.trim());
  const [ours = ""] = text
    .replaceAll("&amp;", "&")
    .replace(/^(#|%23)/, "")
    // Whatever follows a second # is not ours: WordPress appends `#?secret=…` to the address of an embed.
    .split("#", 1);
  return ours.split("&");
}

// Our own links hold no `%` at all: one that does was encoded on its way, sometimes twice.
function decoded(text: string): string {
  let plain = text;
  for (let round = 0; round < 2 && !ENCODED_LETTER.test(plain); round++) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      return plain;
    }
  }
  return plain;
}

// No program encodes a letter or a digit: `g=%30` is no encoded `g=0` but a torn `g=30`.
const ENCODED_LETTER = /%(3\d|[46][1-9a-f]|[57][0-9a])/i;

function keyAndValue(pair: string): readonly [string, string] {
  const at = pair.indexOf("=");
  return at < 0 ? ["", pair] : [pair.slice(0, at), pair.slice(at + 1)];
}

function endProblem(ends: readonly string[], read: number): Problem | null {
  const [end] = ends;
  if (end === undefined) return { field: "link", reason: "its end is missing: it was cut short or written by hand" };
  if (ends.length > 1 || end !== String(read))
    return { field: "link", reason: `some of it is missing or changed: ${read} entries were read, and its end does not agree` };
  return null;
}
