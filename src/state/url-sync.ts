import { LONGEST_ADDRESS, parseComparison } from "../scenario/link.ts";
import { openLink } from "./actions.ts";
import { selectLink } from "./link-selector.ts";
import { comparisonOf, type ScenarioState, type ScenarioStore, scenarioStore } from "./scenario-store.ts";

/** The parts of a window that the link needs. */
export interface LinkBar {
  readonly location: { readonly hash: string };
  readonly history: Pick<History, "pushState" | "replaceState">;
  readonly addEventListener: (type: "hashchange" | "popstate", listener: () => void) => void;
  readonly setTimeout: (run: () => void, milliseconds: number) => number;
  readonly clearTimeout: (timer: number) => void;
}

// Browsers drop or refuse history writes beyond 100 to 200 in ten seconds: twice a second is far from that. And each takes milliseconds that
// a moving slider needs, so the address waits for a rest.
const MILLISECONDS_OF_REST = 300;
const MILLISECONDS_BETWEEN_WRITES = 500;

/** Reads the scenario of the address, and says what could not be read; a bare address means the scenario that the page was drawn with. */
export function openFromAddress({ location: { hash } }: Pick<LinkBar, "location">): void {
  const drawn = comparisonOf(scenarioStore.getInitialState());
  openLink(hash.length > 1 ? parseComparison(hash) : { comparison: drawn, problems: [] });
}

/**
 * Keeps the address and the store together: a change is written at the next rest, at most twice a second and at most half a second late;
 * a step that Back should undo gets an entry of its own; an address that is changed by hand or by Back is opened.
 */
export function keepAddressInStep(store: ScenarioStore, bar: LinkBar): void {
  let written = bar.location.hash === "" ? selectLink(store.getInitialState()) : bar.location.hash.slice(1);
  let { step } = store.getState();
  let timer = 0;
  let isCooling = false;
  let isDue = false;

  const write = (how: "pushState" | "replaceState", state: ScenarioState = store.getState()): void => {
    const link = selectLink(state);
    // One that could not be read again is not written: the address keeps the last that can.
    if (link === written || link.length > LONGEST_ADDRESS) return;
    written = link;
    try {
      bar.history[how](null, "", `#${link}`);
    } catch {
      // Some hosts forbid history to frames; the page works without, and the copied link is made from the store.
    }
  };
  const writeUnlessCooling = (): void => {
    isDue = isCooling;
    if (isCooling) return;
    isCooling = true;
    write("replaceState");
    bar.setTimeout(() => {
      isCooling = false;
      if (isDue) writeUnlessCooling();
    }, MILLISECONDS_BETWEEN_WRITES);
  };
  const writeAtRest = (): void => {
    bar.clearTimeout(timer);
    timer = bar.setTimeout(writeUnlessCooling, MILLISECONDS_OF_REST);
  };

  store.subscribe((state, before) => {
    if (state.step === step) return writeAtRest();
    step = state.step;
    // Back must find what was there just before the step, not what was last written.
    write("replaceState", before);
    write("pushState");
  });
  // The page may have been used before this came.
  writeAtRest();
  const open = (): void => {
    const hash = bar.location.hash.slice(1);
    if (hash === written) return;
    written = hash;
    openFromAddress(bar);
  };
  bar.addEventListener("hashchange", open);
  bar.addEventListener("popstate", open);
}
