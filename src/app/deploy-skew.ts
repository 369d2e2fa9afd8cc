import { scenarioStore } from "../state/scenario-store.ts";
import { noteLost } from "./lost-code.ts";

/** The parts of a window that a page needs to be loaded again. */
export interface AgeingPage extends Pick<Window, "addEventListener" | "history" | "performance"> {
  readonly location: Pick<Location, "reload">;
  readonly navigator: Pick<Navigator, "onLine">;
}

/**
 * Watches for code that has gone: a newer calculator has taken the place of the one that this page began with. The page is then loaded
 * again, at most once and with its inputs in the address; where that would lose something, it goes on without the missing part.
 * @returns to be called for code that was fetched ahead and did not come
 */
export function watchDeploys(page: AgeingPage): () => void {
  let isSettled = false;
  const onMissing = (): void => {
    if (isSettled) return;
    isSettled = true;
    if (mayReload(page)) reload(page).catch(() => {});
  };
  page.addEventListener("vite:preloadError", ({ payload }) => {
    noteLost(payload);
    onMissing();
  });
  return onMissing;
}

// A page that was loaded again is not loaded a third time, which needs no storage to know. Without the network a reload would take what is
// there. And once all has been fetched ahead (src/main.tsx), somebody's usage may have been imported, which nothing keeps.
function mayReload({ navigator, performance }: AgeingPage): boolean {
  const [opening] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const isLoaded = performance.getEntriesByName("page-loaded").length > 0;
  return navigator.onLine && !isLoaded && opening !== undefined && opening.type !== "reload";
}

async function reload({ history, location }: AgeingPage): Promise<void> {
  // An address that has not been opened yet must stay as it is.
  if (scenarioStore.getState() !== scenarioStore.getInitialState()) history.replaceState(null, "", `#${await writtenLink()}`);
  location.reload();
}

async function writtenLink(): Promise<string> {
  const [{ selectLink }, { LONGEST_ADDRESS }] = await Promise.all([
    import("../state/link-selector.ts"),
    import("../scenario/link.ts"),
  ]);
  const link = selectLink(scenarioStore.getState());
  if (link.length > LONGEST_ADDRESS) throw new Error("too long to be read again");
  return link;
}
