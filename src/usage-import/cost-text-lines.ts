/** A line of a `/cost` print without its frame, the lines that a terminal broke off it put back. */
export interface CostLine {
  /** Without any blanks: a terminal may have broken it inside a word or a number. */
  readonly compact: string;
  /** As far as its first line goes, blanks kept. */
  readonly head: string;
  /** Of its beginning, counted from 1. */
  readonly line: number;
}

// Written out, because an escape in a pattern is taken for a slip.
const ESC = String.fromCharCode(27);
const BEL = String.fromCharCode(7);
const ANSI = new RegExp(`${ESC}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${BEL}${ESC}]*(?:${BEL}|${ESC}\\\\)|[@-Z^_])`, "g");
const TAGS = /<\/?(?:local-command-stdout|command-name|command-message|command-args|bash-stdout)>/g;
const BOX_CHARACTERS = /[\u2500-\u259f]/g;
const PROMPT = /^[\s⎿❯>•●*]+/;

const STARTS =
  /^(?:Total cost:|Total duration|Total code changes:|(?:Token )?usage by model:|Prompt cache|Current (?:session|week)|Resets |With your Claude |You are currently using |\/(?:cost|usage)\b|\S+:(?:\s|$))/i;

// Longer ones are no line of a print; more pieces than these are no line of a terminal.
const MOST_CHARACTERS = 2_000;
const MOST_PIECES = 12;

interface OpenLine extends Pick<CostLine, "head" | "line"> {
  readonly pieces: string[];
}

/**
 * The lines of a print, whatever stood around them: ANSI colours, box characters, `⎿`, `>`, `❯`, tags of a log. A line that begins with
 * none of the known words continues the one before it, unless a blank line lies between.
 */
export function costLines(text: string): readonly CostLine[] {
  const lines: OpenLine[] = [];
  let open: OpenLine | null = null;
  text.split("\n").forEach((raw, index) => {
    const line = raw.length > MOST_CHARACTERS ? "" : clean(raw);
    if (line === "") open = null;
    else if (STARTS.test(line)) {
      open = { head: line, line: index + 1, pieces: [line] };
      lines.push(open);
    } else if (open && open.pieces.length < MOST_PIECES) open.pieces.push(line);
  });
  return lines.map(({ head, line, pieces }) => ({ head, line, compact: pieces.join("").replace(/\s/g, "") }));
}

function clean(raw: string): string {
  return raw.replace(ANSI, "").replace(TAGS, " ").replace(BOX_CHARACTERS, " ").replace(PROMPT, "").trim();
}
