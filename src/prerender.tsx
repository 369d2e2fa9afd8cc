import { StrictMode } from "react";
import { prerender } from "react-dom/static";
import { App } from "./app/app.tsx";

/** The page with the default scenario as HTML, for the build: its first paint needs no script. */
export async function renderPage(): Promise<string> {
  const { prelude } = await prerender(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  return new Response(prelude).text();
}
