import { combineAnswer } from "../features/answer/combine-answer.ts";
import { catalogDate } from "../rates/catalog.ts";
import { estimate } from "../scenario/estimate.ts";
import type { PresetId } from "../scenario/preset-ids.ts";
import { PRESETS, type Preset } from "../scenario/presets.ts";

/** What stands in a page's head and on its preview picture. */
export interface PageWords {
  /** The preset that the page is drawn with; null for the main page, which has its title and description in index.html. */
  readonly preset: PresetId | null;
  readonly title: string;
  readonly description: string;
  readonly card: CardWords;
}

/** The words of a preview picture. */
export interface CardWords {
  /** Whose figures they are: "Team of 20". */
  readonly subject: string;
  /** What the API costs: "About $195 a month on the API". */
  readonly headline: string;
  /** Whether a plan is cheaper. */
  readonly verdict: string;
  readonly figures: readonly { readonly label: string; readonly value: string; readonly note: string }[];
  /** Of when the prices are: "Prices checked 2026-11-20". */
  readonly date: string;
}

const SHOWN_FIGURES: readonly string[] = ["session", "day", "month"];

/** The words of every static page: the main one first, then the presets in their order. */
export function pagesInWords(): readonly PageWords[] {
  const presets = PRESETS.map(wordsOf);
  const [first] = presets;
  if (!first) return [];
  const main = { ...first, preset: null, card: { ...first.card, subject: `Example: ${first.card.subject.toLowerCase()}` } };
  return [main, ...presets];
}

/** The words of a preset's page, from the same answer that the page gives. */
function wordsOf({ id, name, scenario }: Preset): PageWords {
  const { headline, verdict, figures } = combineAnswer(scenario, estimate(scenario));
  return {
    preset: id,
    title: `${name}: what Claude Code costs`,
    description: `${headline}. ${verdict} With API prices of ${catalogDate}; every figure opens to its lines.`,
    card: {
      subject: name,
      headline,
      verdict,
      figures: figures
        .filter((figure) => SHOWN_FIGURES.includes(figure.id))
        .map(({ label, value, note }) => ({ label, value, note })),
      date: `Prices checked ${catalogDate}`,
    },
  };
}
