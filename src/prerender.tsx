import { StrictMode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { prerender } from "react-dom/static";
import { App } from "./app/app.tsx";
import { type PageWords, pagesInWords } from "./app/page-words.ts";
import { WithoutScript } from "./app/without-script.tsx";
import { DEFAULT_SCENARIO } from "./scenario/defaults.ts";
import { presetOf } from "./scenario/presets.ts";
import { beginWith } from "./state/scenario-store.ts";

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

/** A static page: what stands in its head, what is drawn in its body, and what stands there without scripts. */
export interface StaticPage extends PageWords {
  /** From the main page's folder: empty for the main page, else as `presets/team/`. */
  readonly path: string;
  /** From the page's folder to the main page's. */
  readonly root: string;
  readonly page: string;
  readonly withoutScript: string;
}

/** Every static page, the main one first. One after the other, because all are drawn from the page's one store. */
export async function renderStaticPages(): Promise<readonly StaticPage[]> {
  const pages: StaticPage[] = [];
  for (const words of pagesInWords()) pages.push(await renderStaticPage(words));
  beginWith(DEFAULT_SCENARIO);
  return pages;
}

async function renderStaticPage(words: PageWords): Promise<StaticPage> {
  const preset = presetOf({ preset: words.preset ?? DEFAULT_SCENARIO.preset });
  const root = words.preset === null ? "./" : "../../";
  beginWith(preset.scenario);
  return {
    ...words,
    path: words.preset === null ? "" : `presets/${words.preset}/`,
    root,
    page: await renderPage(),
    // Without scripts it shares the document with the drawn page, whose ids it must not repeat.
    withoutScript: renderToStaticMarkup(<WithoutScript preset={preset} root={root} />, { identifierPrefix: "static-" }),
  };
}
