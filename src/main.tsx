import { type ReactElement, StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import type { PresetId } from "./scenario/preset-ids.ts";
import { presetOf } from "./scenario/presets.ts";
import { noteLinkProblems } from "./state/actions.ts";
import { beginWith } from "./state/scenario-store.ts";
import "./style.css";

const UNREAD =
  "a part of the page did not load, so neither link nor saved input could be read: these are the figures of the preset";

// A preset's page (scripts/preset-pages.mjs) is drawn with that preset, any other with the default.
const { preset } = document.documentElement.dataset;
if (preset) beginWith(presetOf({ preset: preset as PresetId }).scenario);

const page = document.getElementById("page");
if (page) start(page);

// Only a link or saved input needs the code that reads it before anything is drawn: public/opening.js has looked whether there is some.
function start(page: HTMLElement): void {
  const isHeld = location.hash.length > 1 || "opening" in document.documentElement.dataset;
  const opened = Promise.all([import("./state/page-memory.ts"), import("./app/header-tools.tsx")]).then(
    ([{ openPage, keepPage }, { HeaderTools }]) => {
      openPage();
      keepPage();
      return <HeaderTools />;
    },
  );
  if (!isHeld) draw(page);
  opened.then(
    (tools) => isHeld && drawAfresh(page, tools),
    () => {
      if (!isHeld) return;
      noteLinkProblems([{ field: "link", reason: UNREAD }]);
      drawAfresh(page);
    },
  );
}

// Left there, the drawn figures would be seen for a frame, until React has others to put in their place.
function drawAfresh(page: HTMLElement, tools?: ReactElement): void {
  page.replaceChildren();
  draw(page, tools);
}

// The page comes drawn with its own scenario: only that one can be taken over, any other is drawn afresh.
function draw(page: HTMLElement, tools?: ReactElement): void {
  const app = (
    <StrictMode>
      <App tools={tools} />
    </StrictMode>
  );
  if (page.hasChildNodes()) hydrateRoot(page, app);
  else createRoot(page).render(app);
  delete document.documentElement.dataset.opening;
  addEventListener("load", fetchLaterChunks);
  if (document.readyState === "complete") fetchLaterChunks();
}

// As preloaded modules the later chunks stay with the page, so that every panel opens without the network; fetched any earlier they would
// stand in the way of the first paint.
function fetchLaterChunks(): void {
  const later = document.querySelector<HTMLTemplateElement>("#later-chunks");
  if (later) document.head.append(later.content);
}
