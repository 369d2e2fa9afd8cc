import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { scenarioStore } from "./state/scenario-store.ts";
import { keepAddressInStep, openFromAddress } from "./state/url-sync.ts";
import "./style.css";

const page = document.getElementById("page");
if (page) {
  const app = (
    <StrictMode>
      <App />
    </StrictMode>
  );
  openFromAddress(window);
  keepAddressInStep(scenarioStore, window);
  // The page comes drawn with the default scenario: only that one can be taken over, any other is drawn afresh.
  if (page.hasChildNodes() && location.hash.length < 2) hydrateRoot(page, app);
  else createRoot(page).render(app);
  delete document.documentElement.dataset.opening;
  addEventListener("load", fetchLaterChunks);
}

// As preloaded modules the later chunks stay with the page, so that every panel opens without the network; fetched any earlier they would
// stand in the way of the first paint.
function fetchLaterChunks(): void {
  const later = document.querySelector<HTMLTemplateElement>("#later-chunks");
  if (later) document.head.append(later.content);
}
