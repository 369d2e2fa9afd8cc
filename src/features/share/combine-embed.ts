import { COMPARED_NAMES } from "../../scenario/comparison.ts";
import {
  EMBED_LOCKS,
  EMBED_PANELS,
  type EmbedLock,
  type EmbedOptions,
  type EmbedPanel,
  type EmbedRequest,
  type EmbedWidth,
  embedAddress,
  embedHeight,
  embedSnippet,
  type SnippetForm,
} from "../../scenario/embed-snippet.ts";
import { LONGEST_ADDRESS, LONGEST_LINK, serializeScenario } from "../../scenario/link.ts";
import type { ScenarioState } from "../../state/scenario-store.ts";
import { formatCount } from "../../ui/format-count.ts";

/** What a person has chosen in the dialog. */
export interface EmbedChoices {
  readonly form: SnippetForm;
  readonly options: EmbedOptions;
  /** How wide the text of the page is that the embed goes into. */
  readonly width: EmbedWidth;
  /** CSS pixels, where the published height is not what is wanted. */
  readonly ownHeight: number | null;
}

/** A snippet, and what there is to know before it is pasted. */
export interface CombinedEmbed {
  /** Of the frame. */
  readonly address: string;
  readonly snippet: string;
  /** CSS pixels, as the snippet says. */
  readonly height: number;
  /** CSS pixels: what the standard scenario needs. */
  readonly publishedHeight: number;
  /** What the embed holds that is not what the page holds; none where they are one. */
  readonly notes: readonly string[];
}

/** An embed is one scenario: of a comparison it is the one being edited, as it was when it last could be worked out. */
export function combineEmbed(state: EmbeddedParts, folder: string, choices: EmbedChoices): CombinedEmbed {
  const link = serializeScenario(state.shown);
  const { form, options, width, ownHeight } = choices;
  const request: EmbedRequest = { base: folder, link, options };
  const publishedHeight = embedHeight(options.show, width);
  const height = ownHeight ?? publishedHeight;
  return {
    address: embedAddress(request),
    snippet: embedSnippet(request, form, { height }),
    height,
    publishedHeight,
    notes: [...comparisonNotes(state), ...lengthNotes(link.length)],
  };
}

/** What of the state an embed is made from. */
type EmbeddedParts = Pick<ScenarioState, "shown" | "others" | "edited">;

function comparisonNotes({ others, edited }: EmbeddedParts): readonly string[] {
  if (others.length === 0) return [];
  return [`The embed shows scenario ${COMPARED_NAMES[edited] ?? ""}, the one you are editing. The comparison stays here.`];
}

/** What the length of a scenario's link, characters, means for an embed, which no chat program cuts. */
export function lengthNotes(length: number): readonly string[] {
  if (length <= LONGEST_LINK) return [];
  const long = `The scenario's link has ${formatCount(length)} characters.`;
  return length <= LONGEST_ADDRESS
    ? [`${long} The embed shows all of it; sent by chat or mail, its plain link may be cut.`]
    : [
        `${long} An embed reads ${formatCount(LONGEST_ADDRESS)} of them and says what is missing: take out a kind of session or a group.`,
      ];
}

/**
 * The address of the calculator's own folder, with a slash at its end: without file, query and fragment.
 *
 * @param page.address of the page that is open
 * @param page.isPreset whether it is a preset's page, two folders below
 * @example calculatorFolder({ address: "https://x.example/cost/index.html#v=1", isPreset: false }) //=> "https://x.example/cost/"
 */
export function calculatorFolder({ address, isPreset }: { readonly address: string; readonly isPreset: boolean }): string {
  return new URL(isPreset ? "../../" : "./", address).href.split(/[?#]/, 1)[0] ?? "";
}

/** Why other pages cannot frame what stands in that folder; null where they can. */
export function hostingProblem(folder: string): string | null {
  const { protocol, hostname } = new URL(folder);
  if (!/^https?:$/.test(protocol) || LOCAL_HOST.test(hostname))
    return "This address opens on your own machine alone. Put the built calculator on a host of yours, and make the snippet there.";
  return protocol === "http:"
    ? "This address begins with http:. Pages that begin with https: cannot show it: open the calculator by https: and make the snippet there."
    : null;
}

const LOCAL_HOST = /^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/** A list with a part more or less, in the order of all. */
export function toggled<Part extends string>(all: readonly Part[], chosen: readonly Part[], part: Part): readonly Part[] {
  return all.filter((each) => (each === part) !== chosen.includes(each));
}

/** A part of an embed that can be ticked. */
export interface EmbedBox<Part extends string> {
  readonly part: Part;
  readonly label: string;
  readonly checked: boolean;
  /** It follows from the others as it is. */
  readonly fixed: boolean;
}

/** The panels; something has to be shown, so the last one stays. */
export function panelBoxes(show: readonly EmbedPanel[]): readonly EmbedBox<EmbedPanel>[] {
  return EMBED_PANELS.map((part) => {
    const checked = show.includes(part);
    return { part, label: PANEL_LABELS[part], checked, fixed: checked && show.length === 1 };
  });
}

/** The groups of inputs to hold; with any of them the embed holds the preset, which would change it. */
export function lockBoxes(lock: readonly EmbedLock[]): readonly EmbedBox<EmbedLock>[] {
  const isImplied = lock.some((part) => part !== "preset");
  return EMBED_LOCKS.map((part) => {
    const fixed = part === "preset" && isImplied;
    return { part, label: LOCK_LABELS[part], checked: fixed || lock.includes(part), fixed };
  });
}

const PANEL_LABELS: Readonly<Record<EmbedPanel, string>> = {
  verdict: "The answer with its inputs",
  "break-even": "API against plans",
  session: "The session, request by request",
  month: "The month by kind of session",
  levers: "What would cut the bill",
};

const LOCK_LABELS: Readonly<Record<EmbedLock, string>> = {
  preset: "The preset it starts from",
  work: "Working days, developers",
  session: "Sessions and their sizes",
  models: "Models and their shares",
  assumptions: "Assumptions",
  terms: "Rates and terms",
  limits: "Plans and limits",
  levers: "Levers",
};
