import { StrictMode, startTransition } from "react";
import { flushSync } from "react-dom";
import { createRoot, hydrateRoot } from "react-dom/client";
import type { EmbedOptions, EmbedTheme } from "../scenario/embed-snippet.ts";
import { scenarioStore } from "../state/scenario-store.ts";
import { openFromAddress } from "../state/url-sync.ts";
import { watchContentHeight } from "./content-height.ts";
import { embedNotes } from "./embed-notes.ts";
import { isPlain, readEmbedOptions } from "./embed-options.ts";
import { type EmbedPanelsProps, loadPanels } from "./embed-panels.tsx";
import { EmbedView } from "./embed-view.tsx";
import { openHostPort } from "./host-port.ts";
import { reportChanges, stateOf } from "./host-reports.ts";
import type { HostMessage } from "./protocol.ts";
import { lockScenario } from "./scenario-lock.ts";
import { linkOf } from "./wordpress.ts";
import "./embed.css";

const page = document.getElementById("page");
if (page) start(page, readEmbedOptions(location.search));

// No address is written: an entry in the history of a frame would be one more press on the host's Back.
function start(page: HTMLElement, options: EmbedOptions): void {
  setTheme(options.theme);
  const lock = lockScenario(scenarioStore, options.lock, () => embedNotes.setState({ wasRefused: true }));
  const openLink = (text: string): void => {
    lock.open(() => openFromAddress({ location: { hash: `#${text.replace(/^#/, "")}` } }));
    embedNotes.setState({ wasRefused: false });
  };
  const link = linkOf(location.hash);
  if (link !== "") openLink(link);
  addEventListener("hashchange", () => openLink(linkOf(location.hash)));
  const drawPanels = draw(page, options, { isDrawn: isPlain(options) && link === "" });
  const watchHeight = window.parent === window ? undefined : talkToHost(page, openLink);
  loadPanels(options.show).then((panels) => drawPanels({ panels, onDrawn: () => watchHeight?.() }));
}

function draw(
  page: HTMLElement,
  { show, lock }: EmbedOptions,
  { isDrawn }: { readonly isDrawn: boolean },
): (panels: EmbedPanelsProps) => void {
  const view = (panels: EmbedPanelsProps | null) => (
    <StrictMode>
      <EmbedView show={show} lock={lock} panels={panels} />
    </StrictMode>
  );
  if (!isDrawn) page.replaceChildren();
  const root = isDrawn ? hydrateRoot(page, view(null)) : createRoot(page);
  if (!isDrawn) flushSync(() => root.render(view(null)));
  delete document.documentElement.dataset.opening;
  // Not at once: what is still being taken over would be thrown away and drawn anew.
  return (panels) => startTransition(() => root.render(view(panels)));
}

function talkToHost(page: HTMLElement, openLink: (text: string) => void): () => void {
  const { post, announce } = openHostPort(window, answer);
  announce();
  reportChanges(scenarioStore, post, after);
  let isWatched = false;
  return () => {
    if (!isWatched) watchContentHeight(page, (height) => post({ type: "resize", height }), after);
    isWatched = true;
  };

  function answer(message: HostMessage): void {
    if (message.type === "setTheme") setTheme(message.theme);
    if (message.type === "setScenario") openLink(message.link);
    if (message.type === "getState") post({ type: "state", ...stateOf(scenarioStore.getState()) });
  }
}

// The palette is CSS's `light-dark()`: without a theme of its own the frame has the colour scheme of the element that it stands in.
function setTheme(theme: EmbedTheme): void {
  document.documentElement.dataset.theme = theme;
}

function after(milliseconds: number, task: () => void): () => void {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
}
