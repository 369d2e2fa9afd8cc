import { type ReactElement, useEffect, useState } from "react";
import type { StoreApi } from "zustand/vanilla";
import { scenarioStore } from "../../state/scenario-store.ts";
import { selectEstimate, selectIsStale } from "../../state/selectors.ts";
import type { UndoState } from "../../state/undo.ts";
import { combineStatus } from "./combine-status.ts";
import { type RestWatch, tellAtRest } from "./tell-at-rest.ts";

export interface PageStatusProps {
  /** The page's steps back and forth, where it has such. */
  readonly history?: Pick<StoreApi<UndoState>, "subscribe"> | undefined;
}

/** The page's one voice for what a change came to: the month, how far it moved and which way, once the input rests. Out of sight. */
export function PageStatus({ history }: PageStatusProps): ReactElement {
  const [words, setWords] = useState("");
  useEffect(() => followPage(setWords, history), [history]);
  return (
    <p role="status" className="sr-only" data-page-status="">
      {words}
    </p>
  );
}

function followPage(say: (words: string) => void, history: PageStatusProps["history"]): () => void {
  let before = selectEstimate(scenarioStore.getState()).perMonth;
  let way: UndoState["way"] = null;
  let hasSaid = false;
  const rest = tellAtRest({
    after,
    tell: () => {
      const state = scenarioStore.getState();
      const estimate = selectEstimate(state);
      say(combineStatus({ estimate, before, isStale: selectIsStale(state), way }));
      before = estimate.perMonth;
      way = null;
      hasSaid = true;
    },
  });
  // Emptied first: the same words once more would not be read out.
  const change = (): void => {
    if (hasSaid) say("");
    hasSaid = false;
    rest.change();
  };
  const stops = [
    scenarioStore.subscribe((now, was) => {
      if (now.scenario !== was.scenario || selectIsStale(now) !== selectIsStale(was)) change();
    }),
    history?.subscribe((steps) => {
      way = steps.way;
      if (way !== null) change();
    }),
    listenForSliders(rest),
    rest.stop,
  ];
  return () => {
    for (const stop of stops) stop?.();
  };
}

// Sliders alone: the release of a list of choices goes to the browser's own box and never comes here.
function listenForSliders({ hold, letGo }: Pick<RestWatch, "hold" | "letGo">): () => void {
  const onDown = ({ target }: PointerEvent): void => {
    if (target instanceof HTMLInputElement && target.type === "range") hold();
  };
  const ends = ["pointerup", "pointercancel", "blur"] as const;
  addEventListener("pointerdown", onDown, { capture: true });
  for (const end of ends) addEventListener(end, letGo);
  return () => {
    removeEventListener("pointerdown", onDown, { capture: true });
    for (const end of ends) removeEventListener(end, letGo);
  };
}

function after(milliseconds: number, task: () => void): () => void {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
}
