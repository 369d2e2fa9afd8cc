import { StrictMode } from "react";
import { prerender } from "react-dom/static";
import { PLAIN_EMBED } from "../scenario/embed-snippet.ts";
import { EmbedView } from "./embed-view.tsx";

/** The embed without a query, with the default scenario, as HTML for the build. */
export async function renderPage(): Promise<string> {
  const { prelude } = await prerender(
    <StrictMode>
      <EmbedView {...PLAIN_EMBED} panels={null} />
    </StrictMode>,
    // Else React moves parts into place by an inline script.
    { progressiveChunkSize: Number.MAX_SAFE_INTEGER },
  );
  return new Response(prelude).text();
}
