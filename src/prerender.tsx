import { type ReactElement, StrictMode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { prerender } from "react-dom/static";
import { App } from "./app/app.tsx";
import { type PageWords, pagesInWords } from "./app/page-words.ts";
import { TEXT_PAGES } from "./app/text-pages.tsx";
import { WithoutScript } from "./app/without-script.tsx";
import { PublishedPage } from "./features/published/published-page.tsx";
import { RatesPage } from "./features/rates/rates-page.tsx";
import { catalogDate } from "./rates/catalog.ts";
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

/** A page of text and tables that needs no script, one folder below the calculator's. */
export interface TextPage {
  /** From the main page's folder: `rates/`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** What stands in its body. */
  readonly body: string;
}

interface TextPageView extends Omit<TextPage, "body"> {
  /** In the links between the pages. */
  readonly name: string;
  readonly View: () => ReactElement;
}

const TEXT_VIEWS: readonly TextPageView[] = [
  {
    ...TEXT_PAGES.rates,
    title: "Claude API rates: every model, its history and sources",
    description: `What each Claude model costs per million tokens as of ${catalogDate}, since when, what changes next and where each rate was read. Also as CSV and JSON.`,
    View: RatesPage,
  },
  {
    ...TEXT_PAGES.published,
    title: "What public guides say Claude Code costs, checked",
    description:
      "Published figures on Claude Code's cost beside the exact ones, each with its inputs and the reason where they differ. Every row opens in the calculator.",
    View: PublishedPage,
  },
];

/** Every page of text, as HTML. */
export function renderTextPages(): readonly TextPage[] {
  return TEXT_VIEWS.map((page) => {
    const { path, title, description } = page;
    return { path, title, description, body: renderToStaticMarkup(<TextFrame page={page} />) };
  });
}

function TextFrame({ page: { path, View } }: { readonly page: TextPageView }): ReactElement {
  return (
    <div className="mx-auto max-w-[90rem] px-4 pb-12 sm:px-6">
      <header className="py-4">
        <nav aria-label="Pages" className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
          <a href="../" className="font-medium underline underline-offset-2">
            What does Claude Code cost? The calculator
          </a>
          {TEXT_VIEWS.map((other) => (
            <a
              key={other.path}
              href={`../${other.path}`}
              aria-current={other.path === path ? "page" : undefined}
              className={other.path === path ? "text-soft" : "underline underline-offset-2"}
            >
              {other.name}
            </a>
          ))}
        </nav>
      </header>
      <View />
      <footer className="mt-10 max-w-prose border-t border-line pt-4 text-sm text-soft">
        <p>
          Prices checked <time dateTime={catalogDate}>{catalogDate}</time>. This page has no script, sets no cookie and asks no
          other server for anything.{" "}
          <a href="../licenses.txt" className="underline underline-offset-2">
            Licences of the code in this site
          </a>
          .
        </p>
      </footer>
    </div>
  );
}
