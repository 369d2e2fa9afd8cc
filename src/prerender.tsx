import { StrictMode } from "react";
import { prerender } from "react-dom/static";
import { App } from "./app/app.tsx";

/** The page with the default scenario as HTML, for the build: its first paint needs no script. */
export async function renderPage(): Promise<string> {
  const { prelude } = await prerender(
    <StrictMode>
      <App />
    </StrictMode>,
    // Else React sets large parts behind a placeholder and moves them into place by an inline script, which the page must do without.
    { progressiveChunkSize: Number.MAX_SAFE_INTEGER },
  );
  return new Response(prelude).text();
}
