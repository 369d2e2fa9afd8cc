import type { Page } from "@playwright/test";

export type Scheme = "light" | "dark";

/** A docs site as its reader uses it. */
export interface Site {
  /** The pages with a calculator, by the name of the link that leads there, and their addresses. */
  readonly pages: readonly SitePage[];
  /** Whether a click on a link changes the page instead of loading one. */
  readonly isClientSide: boolean;
  /** Whether it opens dark on a dark system. */
  readonly followsSystem: boolean;
  /** Uses the theme's own switch; it is called for the other scheme only. */
  readonly switchTo: (page: Page, scheme: Scheme) => Promise<void>;
}

export interface SitePage {
  readonly link: "Frame" | "Loader" | "Fallback";
  readonly path: string;
  /** Whether a script of the host's adapts the frame's height: the loader, or WordPress' own. */
  readonly adapts: boolean;
  /** Puts the embed in the place of a link as soon as it answers, as WordPress does: that shift is the host's. */
  readonly shiftsItself?: true;
}

const FRAME: SitePage = { link: "Frame", path: "frame/", adapts: false };
const LOADER: SitePage = { link: "Loader", path: "loader/", adapts: true };

const pressTheme = (page: Page): Promise<void> => page.getByRole("button", { name: "Theme" }).click();

/** The sites of tests/hosts/, by their folder. */
export const SITES: Readonly<Record<string, Site>> = {
  plain: { pages: [FRAME, LOADER], isClientSide: false, followsSystem: false, switchTo: pressTheme },
  "mkdocs-material": {
    pages: [FRAME, LOADER],
    isClientSide: true,
    followsSystem: false,
    switchTo: (page, scheme) => page.getByLabel(scheme === "dark" ? "Dark" : "Light", { exact: true }).check(),
  },
  wordpress: {
    pages: [
      { ...FRAME, adapts: true },
      { link: "Fallback", path: "fallback/", adapts: true, shiftsItself: true },
    ],
    isClientSide: false,
    followsSystem: false,
    switchTo: pressTheme,
  },
  vitepress: {
    pages: [
      { ...FRAME, path: "frame.html" },
      { ...LOADER, path: "loader.html" },
    ],
    isClientSide: true,
    followsSystem: true,
    switchTo: (page) => page.locator(".VPNavBarAppearance button").click(),
  },
  starlight: {
    pages: [FRAME, LOADER],
    isClientSide: false,
    followsSystem: true,
    switchTo: async (page, scheme) => {
      await page.locator("header starlight-theme-select select:visible").selectOption(scheme);
    },
  },
  docusaurus: {
    pages: [FRAME, LOADER],
    isClientSide: true,
    followsSystem: false,
    switchTo: (page) => page.locator("[class*=toggleButton]:visible").click(),
  },
};
