/** A piece of a source's words: an address with where it leads, or plain text. */
export interface SourcePart {
  readonly text: string;
  readonly href: string | null;
}

// A host with a dot in it and something behind its slash; a bracket, comma or semicolon ends it.
const ADDRESS = /((?:[a-z\d-]+\.)+[a-z]{2,}\/[^\s;,()]*[^\s;,().])/i;

/**
 * The words of a source, cut where they name an address.
 * @example sourceParts("rhombus.so/limits.html (2026)").map(({ href }) => href) //=> ["https://rhombus.so/limits.html", null]
 */
export function sourceParts(source: string): readonly SourcePart[] {
  return source
    .split(ADDRESS)
    .map((text, index) => ({ text, href: index % 2 === 1 ? addressOf(text) : null }))
    .filter(({ text }) => text !== "");
}

// `github.com/owner/name#12` is how an issue is written, `/issues/12` where it stands.
function addressOf(text: string): string {
  return `https://${text.replace(/^(github\.com\/[^/#]+\/[^/#]+)#(\d+)$/, "$1/issues/$2")}`;
}
