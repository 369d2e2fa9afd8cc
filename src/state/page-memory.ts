import { type SavedInput, savedInput } from "./saved-input.ts";
import { savedScenarios } from "./saved-scenarios.ts";
import { type ComparedParts, holdsSame, scenarioStore } from "./scenario-store.ts";
import { keepUndo, type UndoHistory } from "./undo.ts";
import { keepAddressInStep, type LinkBar, openFromAddress } from "./url-sync.ts";

/** The page's steps back and forth. */
export const pageUndo: UndoHistory = keepUndo({ store: scenarioStore, now: () => performance.now() });

/** What this browser keeps of the page's input. */
export const pageSaved: SavedInput = savedInput({
  store: scenarioStore,
  saved: savedScenarios(() => window.localStorage),
  today: () => new Date().toISOString().slice(0, 10),
  setTimeout: (run, milliseconds) => window.setTimeout(run, milliseconds),
  clearTimeout: (timer) => window.clearTimeout(timer),
});

// A page that waits for no link and nothing saved is drawn at once, and may have been used before this code came.
let opened: ComparedParts = scenarioStore.getInitialState();

/** Opens the address's link or preset, or without either the last scenario; none is a step that could be taken back. */
export function openPage(): void {
  const isLink = location.hash.length > 1;
  const isUsed = !isLink && !holdsSame(scenarioStore.getState(), opened);
  if (isLink) pageSaved.openForeign(() => openFromAddress(window));
  else if (document.documentElement.dataset.preset) pageSaved.openForeign(() => {});
  else if (!isUsed) pageSaved.resume();
  if (!isUsed) opened = scenarioStore.getState();
}

/** From now on the address, the saved input and the steps follow the page; what was changed since it opened is the first of them. */
export function keepPage(): void {
  pageUndo.beginFrom(opened);
  pageSaved.keep(opened);
  keepAddressInStep(scenarioStore, watchedBar());
  addEventListener("pagehide", pageSaved.flush);
  document.addEventListener("visibilitychange", pageSaved.flush);
  addEventListener("storage", pageSaved.reread);
  addEventListener("pointerdown", pageUndo.press, { capture: true });
  for (const end of ["pointerup", "pointercancel", "blur"]) addEventListener(end, pageUndo.release);
  addEventListener("keydown", onKey);
}

// An address that this page wrote is the person's own: Back to it is a change like any other. Only another one is a link that was opened.
function watchedBar(): LinkBar {
  const own = new Set([location.hash]);
  const noted =
    (write: History["pushState"]): History["pushState"] =>
    (data, unused, url) => {
      own.add(String(url));
      write.call(history, data, unused, url);
    };
  return {
    location,
    history: { pushState: noted(history.pushState), replaceState: noted(history.replaceState) },
    addEventListener: (type, listener) =>
      addEventListener(type, () => {
        if (own.has(location.hash)) listener();
        else pageSaved.openForeign(listener);
      }),
    setTimeout: (run, milliseconds) => window.setTimeout(run, milliseconds),
    clearTimeout: (timer) => window.clearTimeout(timer),
  };
}

function onKey(event: KeyboardEvent): void {
  const way = wayOf(event);
  if (way === null || event.defaultPrevented || hasOwnUndo(event.target) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  pageUndo[way]();
}

function wayOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): "undo" | "redo" | null {
  if ((!ctrlKey && !metaKey) || altKey) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && !shiftKey ? "redo" : null;
}

// In a text field the browser takes back what was typed; sliders, radios and switches have no such thing.
function hasOwnUndo(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  return target instanceof HTMLInputElement && !["range", "radio", "checkbox", "button", "file"].includes(target.type);
}
