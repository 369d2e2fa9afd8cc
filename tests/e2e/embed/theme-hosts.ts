/** A docs site's way to be light or dark, as its own style sheet and switch do it. */
export interface ThemeHost {
  readonly name: string;
  readonly css: string;
  /** Scripts that its switch runs. */
  readonly dark: string;
  readonly light: string;
}

/** Starlight names a scheme in both modes, VitePress and MkDocs Material in the dark one only, Docusaurus in both by a variable. */
export const THEME_HOSTS: readonly ThemeHost[] = [
  {
    name: "Starlight",
    css: ":root{color-scheme:dark} :root[data-theme=light]{color-scheme:light}",
    dark: "document.documentElement.dataset.theme = 'dark'",
    light: "document.documentElement.dataset.theme = 'light'",
  },
  {
    name: "VitePress",
    css: ".dark{color-scheme:dark}",
    dark: "document.documentElement.classList.add('dark')",
    light: "document.documentElement.classList.remove('dark')",
  },
  {
    name: "MkDocs Material",
    css: "[data-md-color-scheme=slate]{color-scheme:dark}",
    dark: "document.body.setAttribute('data-md-color-scheme', 'slate')",
    light: "document.body.setAttribute('data-md-color-scheme', 'default')",
  },
  {
    name: "Docusaurus",
    css: ":root{--scheme:light} html{color-scheme:var(--scheme)} html[data-theme=dark]{--scheme:dark}",
    dark: "document.documentElement.setAttribute('data-theme', 'dark')",
    light: "document.documentElement.setAttribute('data-theme', 'light')",
  },
];
