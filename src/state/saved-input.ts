import { createStore, type StoreApi } from "zustand/vanilla";
import { alone } from "../scenario/comparison.ts";
import { DEFAULT_SCENARIO } from "../scenario/defaults.ts";
import { serializeScenario } from "../scenario/link.ts";
import { noteLinkProblems, openLink, replaceComparison } from "./actions.ts";
import { selectLink } from "./link-selector.ts";
import { readKept, type SavedLink, type SavedList, type SavedScenarios, type SaveFailure } from "./saved-scenarios.ts";
import { type ComparedParts, holdsSame, type ScenarioStore } from "./scenario-store.ts";

/** What the page says of saved input. */
export interface SavedState extends SavedList {
  /** Why nothing is saved at the moment; null while it is. */
  readonly failure: SaveFailure | null;
  /** The failure that a person is told of; each page says it once. */
  readonly told: SaveFailure | null;
  /** Whether the page opened with the last scenario, and has not been told to put that notice away. */
  readonly isContinued: boolean;
  /** The person's own last scenario, which the changed scenario of a link has just taken the place of. */
  readonly kept: SavedLink | null;
}

export interface SavedInputOptions {
  readonly store: ScenarioStore;
  readonly saved: SavedScenarios;
  /** `2026-11-20` */
  readonly today: () => string;
  readonly setTimeout: (run: () => void, milliseconds: number) => number;
  readonly clearTimeout: (timer: number) => void;
}

/** The input of this page as it is saved and gone on from. */
export interface SavedInput {
  readonly store: StoreApi<SavedState>;
  /** Goes on from the last scenario, for a page that no link opened. */
  readonly resume: () => void;
  /** Opens a link: what the person had stays saved until they change what the link brought. */
  readonly openForeign: (open: () => void) => void;
  /** From now on every change is saved, and what has changed since the page opened. */
  readonly keep: (opened: ComparedParts) => void;
  /** Saves at once what waits for a rest. */
  readonly flush: () => void;
  /** Reads the list anew, as another tab may have changed it. */
  readonly reread: () => void;
  readonly change: (change: (list: SavedList) => SavedList) => void;
  readonly probe: () => void;
  readonly removeUnreadable: () => void;
  readonly today: () => string;
  /** Puts the notices away; what is saved stays. */
  readonly putAway: (notice: "told" | "isContinued" | "kept") => void;
}

// At rest, and so at most once a second.
const MILLISECONDS_OF_REST = 1_000;

const AWAY: Pick<SavedState, "told" | "isContinued" | "kept"> = { told: null, isContinued: false, kept: null };

/** Ties the page's scenario to what is saved. */
export function savedInput({ store, saved, today, ...timers }: SavedInputOptions): SavedInput {
  const state = createStore<SavedState>(() => ({ named: [], beforeLink: null, failure: null, ...AWAY }));
  let timer: number | null = null;
  let isFromLink = false;
  let isOpening = false;
  let isTold = false;

  const note = (failure: SaveFailure | null): void => {
    state.setState(failure && !isTold ? { failure, told: failure } : { failure });
    isTold ||= failure !== null;
  };
  const change = (how: (list: SavedList) => SavedList): SaveFailure | null => {
    const { value, failure } = saved.changeList(how);
    state.setState(value);
    note(failure);
    return failure;
  };
  // Without it the own scenario must not be written over.
  const setAside = (link: string): SaveFailure | null => {
    const own = saved.readLast().value;
    if (own === null || own === link) return null;
    const kept = { link: own, savedOn: today() };
    const failure = change((list) => ({ ...list, beforeLink: kept }));
    if (failure === null) state.setState({ kept });
    return failure;
  };
  const write = (): void => {
    timer = null;
    const link = selectLink(store.getState());
    const failure = isFromLink ? setAside(link) : null;
    if (failure) return;
    isFromLink = false;
    note(saved.writeLast(link === serializeScenario(DEFAULT_SCENARIO) ? null : link));
  };
  const flush = (): void => {
    if (timer === null) return;
    timers.clearTimeout(timer);
    write();
  };
  const reread = (): void => state.setState(saved.readList().value);

  return {
    store: state,
    resume: () => {
      const { value, failure } = saved.readLast();
      if (failure === "unreadable" || failure === "newer") note(failure);
      const read = value === null ? null : readKept(value);
      if (read === null) return;
      openLink(read, "saved scenario");
      state.setState({ isContinued: true });
    },
    openForeign: (open) => {
      flush();
      isOpening = true;
      open();
      isOpening = false;
      const own = saved.readLast().value;
      isFromLink = own !== null && own !== selectLink(store.getState());
    },
    keep: (opened) => {
      const follow = (now: ComparedParts, before: ComparedParts): void => {
        if (isOpening || holdsSame(now, before)) return;
        if (timer !== null) timers.clearTimeout(timer);
        timer = timers.setTimeout(write, MILLISECONDS_OF_REST);
      };
      reread();
      follow(store.getState(), opened);
      store.subscribe(follow);
    },
    flush,
    reread,
    today,
    change: (how) => {
      change(how);
    },
    probe: () => {
      state.setState({ failure: saved.probe() });
    },
    removeUnreadable: () => {
      saved.removeUnreadable();
      reread();
      state.setState({ failure: saved.probe(), told: null });
    },
    putAway: (notice) => state.setState({ [notice]: AWAY[notice] }),
  };
}

/** Opens what was saved in the place of what the page holds, as one step; whether anything of it could be used. */
export function openSaved(link: string): boolean {
  const read = readKept(link);
  if (read === null) return false;
  replaceComparison(() => read.comparison);
  if (read.problems.length > 0) noteLinkProblems(read.problems, "saved scenario");
  return true;
}

/** Begins again with what a first visitor sees, as one step. */
export function startAfresh(): void {
  replaceComparison(() => alone(DEFAULT_SCENARIO));
}
