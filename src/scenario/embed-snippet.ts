/** What an embed can show: the answer with its inputs, and the panels under it. */
export const EMBED_PANELS = ["verdict", "break-even", "session", "month", "levers"] as const;

export type EmbedPanel = (typeof EMBED_PANELS)[number];

/** The groups of inputs that an embed can hold fast. */
export const EMBED_LOCKS = ["preset", "work", "session", "models", "assumptions", "terms", "limits", "levers"] as const;

export type EmbedLock = (typeof EMBED_LOCKS)[number];

/** Light, dark, or whatever the page around it is. */
export const EMBED_THEMES = ["auto", "light", "dark"] as const;

export type EmbedTheme = (typeof EMBED_THEMES)[number];

/** How an embed looks and what of it can be moved: its query. */
export interface EmbedOptions {
  readonly theme: EmbedTheme;
  readonly show: readonly EmbedPanel[];
  readonly lock: readonly EmbedLock[];
}

/** What an embed without a query is. */
export const PLAIN_EMBED: EmbedOptions = { theme: "auto", show: ["verdict"], lock: [] };

/** The widths, CSS pixels, for which heights are published. */
export const EMBED_WIDTHS = [320, 480, 768] as const;

export type EmbedWidth = (typeof EMBED_WIDTHS)[number];

// Measured in the built page (tests/e2e/embed/height.e2e.ts fails when one is off by more than 8): the default scenario, nothing locked.
// What a panel adds to the frame, at each of the widths.
const FRAME_PIXELS: Readonly<Record<EmbedWidth, number>> = { 320: 176, 480: 156, 768: 156 };
const PANEL_PIXELS: Readonly<Record<EmbedPanel, Readonly<Record<EmbedWidth, number>>>> = {
  verdict: { 320: 2402, 480: 2029, 768: 1202 },
  "break-even": { 320: 566, 480: 470, 768: 458 },
  session: { 320: 3134, 480: 2497, 768: 2261 },
  month: { 320: 398, 480: 354, 768: 342 },
  levers: { 320: 1918, 480: 1594, 768: 1510 },
};

/**
 * The height, CSS pixels, at which an embed of that width needs no scrolling of its own: that of the default scenario with nothing locked.
 * @example embedHeight(["verdict", "month"], 320) - embedHeight(["verdict"], 320) // what the month's panel is high
 */
export function embedHeight(show: readonly EmbedPanel[], width: EmbedWidth): number {
  return show.reduce((sum, panel) => sum + PANEL_PIXELS[panel][width], FRAME_PIXELS[width]);
}

/** What a snippet is made for. */
export interface EmbedRequest {
  /** Address of the calculator's own folder, ending with a slash. */
  readonly base: string;
  /** The scenario's link, without `#`. */
  readonly link: string;
  readonly options: EmbedOptions;
}

/**
 * The address for an iframe; only options unlike the plain embed's are written.
 * @example embedAddress({ base: "https://x.example/", link: "v=1", options: PLAIN_EMBED }) //=> "https://x.example/embed/v1/#v=1"
 */
export function embedAddress({ base, link, options: { theme, show, lock } }: EmbedRequest): string {
  const pairs = [
    theme === PLAIN_EMBED.theme ? "" : `theme=${theme}`,
    String(show) === String(PLAIN_EMBED.show) ? "" : `show=${show.join(",")}`,
    lock.length === 0 ? "" : `lock=${lock.join(",")}`,
  ].filter(Boolean);
  return `${base}embed/v1/${pairs.length === 0 ? "" : `?${pairs.join("&")}`}#${link}`;
}

/**
 * What the snippet is pasted into: `html` any page or Markdown that takes HTML, `mdx` Docusaurus and other MDX, `loader` a page that may run
 * our script.
 */
export type SnippetForm = "html" | "mdx" | "loader";

/** The text to paste: a frame, and a plain link to the same scenario for wherever the frame is not shown. */
export function embedSnippet(request: EmbedRequest, form: SnippetForm, { height }: { readonly height: number }): string {
  if (form === "loader") return loaderSnippet(request);
  const style = form === "mdx" ? 'style={{ border: 0, colorScheme: "inherit" }}' : 'style="border:0"';
  const policy = form === "mdx" ? "referrerPolicy" : "referrerpolicy";
  return `<iframe src="${escaped(embedAddress(request))}" title="${EMBED_TITLE}" width="100%" height="${height}" loading="lazy" allow="clipboard-write" ${policy}="no-referrer" ${style}></iframe>
<p>${plainLink(request)}</p>
`;
}

/** What a frame is called where its name is read out. */
export const EMBED_TITLE = "Claude Code cost calculator";

function loaderSnippet({ base, link, options: { theme, show, lock } }: EmbedRequest): string {
  const attributes = [`scenario="${escaped(link)}"`, `theme="${theme}"`, `show="${show.join(",")}"`];
  const all = lock.length === 0 ? attributes : [...attributes, `lock="${lock.join(",")}"`];
  return `<script src="${escaped(base)}embed/v1.js" async></script>
<claude-code-cost ${all.join(" ")}>${plainLink({ base, link })}</claude-code-cost>
`;
}

function plainLink({ base, link }: Pick<EmbedRequest, "base" | "link">): string {
  return `<a href="${escaped(`${base}#${link}`)}">Open the Claude Code cost calculator with these inputs</a>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
