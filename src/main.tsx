import { type ReactElement, StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { watchDeploys } from "./app/deploy-skew.ts";
import { PanelBoundary } from "./app/panel-boundary.tsx";
import type { PresetId } from "./scenario/preset-ids.ts";
import { presetOf } from "./scenario/presets.ts";
import { noteLinkProblems } from "./state/actions.ts";
import { beginWith } from "./state/scenario-store.ts";
import "./style.css";

const UNREAD =
  "a part of the page did not load, so neither link nor saved input could be read: these are the figures of the preset";

interface TrustedTypes {
  readonly createPolicy: (name: "default", rules: { readonly createScriptURL: (address: string) => string | null }) => unknown;
}

// The page's policy (scripts/prerender.mjs) lets no text become a script. Where Vite starts a worker (`?worker&inline`) it hands over the
// address of a blob as a text, and only a default policy is asked about texts: it lets blobs pass, which only a running script can make, and
// which no element may load, and nothing else. Browsers without Trusted Types start workers without being asked.
(globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy("default", {
  createScriptURL: (address) => (address.startsWith("blob:") ? address : null),
});

// A preset's page (scripts/preset-pages.mjs) is drawn with that preset, any other with the default.
const { preset } = document.documentElement.dataset;
if (preset) beginWith(presetOf({ preset: preset as PresetId }).scenario);

const noteMissing = watchDeploys(window);

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
      <PanelBoundary name="The calculator" isPage>
        <App tools={tools} />
      </PanelBoundary>
    </StrictMode>
  );
  if (page.hasChildNodes()) hydrateRoot(page, app);
  else createRoot(page).render(app);
  delete document.documentElement.dataset.opening;
  if (document.readyState === "complete") fetchLaterChunks();
  else addEventListener("load", fetchLaterChunks);
}

// As preloaded modules the later chunks stay with the page, so that every panel opens without the network; fetched any earlier they would
// stand in the way of the first paint. With them the page is loaded: features/privacy counts what is asked for after this mark.
function fetchLaterChunks(): void {
  const { content } = document.querySelector<HTMLTemplateElement>("#later-chunks") ?? {};
  const links = Array.from(content?.children ?? []) as HTMLLinkElement[];
  // Safari before 17 does not know them, and tells no end.
  const known = links.filter(({ relList }) => relList.supports("modulepreload"));
  const ends = known.map(
    (link) =>
      new Promise((resolve) => {
        link.onload = resolve;
        link.onerror = () => resolve(noteMissing());
      }),
  );
  if (content) document.head.append(content);
  Promise.all(ends).then(() => performance.mark("page-loaded"));
}
