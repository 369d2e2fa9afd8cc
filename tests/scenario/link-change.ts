/** One thing that goes wrong with a text on its way; `at` = how far into it, 0–1. */
export interface Change {
  readonly kind: "delete" | "insert" | "replace" | "swap" | "double" | "repeat pair" | "drop pair" | "swap pairs" | "cut";
  readonly at: number;
  readonly by?: string;
}

/** A link's text after one change. */
export function changed(text: string, { kind, at, by = "" }: Change): string {
  const i = Math.floor(at * text.length);
  const pairs = text.split("&");
  const pair = Math.floor(at * pairs.length);
  const [front, back] = [pairs.slice(0, pair), pairs.slice(pair + 1)];
  switch (kind) {
    case "delete":
      return text.slice(0, i) + text.slice(i + 1);
    case "insert":
      return text.slice(0, i) + by + text.slice(i);
    case "replace":
      return text.slice(0, i) + by + text.slice(i + 1);
    case "swap":
      return text.slice(0, i) + text.slice(i + 1, i + 2) + text.slice(i, i + 1) + text.slice(i + 2);
    case "double":
      return text.slice(0, i + 1) + text.slice(i);
    case "repeat pair":
      return [...pairs.slice(0, pair + 1), ...pairs.slice(pair)].join("&");
    case "swap pairs":
      return [...front, ...back.slice(0, 1), ...pairs.slice(pair, pair + 1), ...back.slice(1)].join("&");
    case "cut":
      return text.slice(0, Math.max(1, i));
    case "drop pair":
      return [...front, ...back].join("&");
  }
}

/** What is done to a whole text on its way, undone independently of the code under test. */
export function asSent(text: string): string {
  let plain = text;
  for (let round = 0; round < 2 && plain.includes("%"); round++) {
    // An encoded letter or digit is nothing that a program did: it stays.
    if ([...plain.matchAll(/%[0-9a-f]{2}/gi)].some(([code]) => /[a-z0-9]/i.test(unescaped(code)))) break;
    try {
      plain = decodeURIComponent(plain);
    } catch {
      break;
    }
  }
  return plain.trim().replaceAll("&amp;", "&").replace(/^#/, "").split("#")[0] as string;
}

function unescaped(code: string): string {
  return String.fromCharCode(Number.parseInt(code.slice(1), 16)).replace(/[^ -~]/, "");
}
