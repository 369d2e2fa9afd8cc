import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { noteLinkProblems } from "./state/actions.ts";
import { scenarioStore } from "./state/scenario-store.ts";
import "./style.css";

const UNREAD = "a part of the page did not load, so the link could not be read: these are the figures of the preset";

const page = document.getElementById("page");
if (page) start(page);

// Only a link needs the code that reads links before anything is drawn.
function start(page: HTMLElement): void {
  const hasLink = location.hash.length > 1;
  const links = import("./state/url-sync.ts");
  const opened = hasLink
    ? links.then(
        ({ openFromAddress }) => openFromAddress(window),
        () => noteLinkProblems([{ field: "link", reason: UNREAD }]),
      )
    : undefined;
  if (opened) opened.then(() => draw(page, hasLink));
  else draw(page, hasLink);
  Promise.all([links, opened]).then(
    ([{ keepAddressInStep }]) => keepAddressInStep(scenarioStore, window),
    () => {},
  );
}

// The page comes drawn with the default scenario: only that one can be taken over, any other is drawn afresh.
function draw(page: HTMLElement, hasLink: boolean): void {
  const app = (
    <StrictMode>
      <App />
    </StrictMode>
  );
  if (page.hasChildNodes() && !hasLink) hydrateRoot(page, app);
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
