import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, it } from "vitest";
import { RatesPage } from "../../src/features/rates/rates-page.tsx";
import { catalog } from "../../src/rates/catalog.ts";
import { modelName } from "../../src/scenario/model-options.ts";

const page = document.createElement("div");

// As it is built: by roles, a page of so many tables takes jsdom half a minute.
beforeAll(() => {
  page.innerHTML = renderToStaticMarkup(<RatesPage />);
});

it("each model stands under its id with a table of its rates", () => {
  for (const { id, periods } of catalog.models) {
    const tables = Array.from(page.querySelectorAll(`[id="${id}"] table`));
    const rates = tables.find((table) => table.querySelector("caption")?.textContent?.startsWith(`Rates of ${modelName(id)},`));
    expect(rates?.querySelectorAll("tbody tr").length, id).toBeGreaterThanOrEqual(periods.length);
  }
});

it("each link within the page leads somewhere on it", () => {
  const targets = Array.from(page.querySelectorAll('a[href^="#"]'), (link) => link.getAttribute("href")?.slice(1) ?? "");
  expect(targets).toContain("claude-opus-4-8");
  expect(targets.filter((id) => page.querySelector(`[id="${id}"]`) === null)).toEqual([]);
});

it("a chart is a picture with a name and a description, its lines told apart by dash and by the names at their ends", () => {
  const charts = Array.from(page.querySelectorAll("svg[role=img]"));
  const opus = charts.find((chart) => chart.querySelector("title")?.textContent?.startsWith("The newest Opus:"));
  const named = (attribute: string) => page.querySelector(`[id="${opus?.getAttribute(attribute)}"]`)?.textContent;
  expect(named("aria-labelledby")).toBe("The newest Opus: input and output, US dollars per million tokens");
  expect(named("aria-describedby")).toMatch(/^Opus 3 .* Drawn from \$0 up, 2024-03-04 to 2026-11-20\.$/);
  expect(opus?.nextElementSibling?.textContent).toBe("Output $20Input $4");
  const dashes = Array.from(opus?.querySelectorAll("line") ?? [], (line) => line.getAttribute("stroke-dasharray"));
  expect(new Set(dashes)).toEqual(new Set([null, "5 3"]));
});

it("the page has neither a style of its own nor a script", () => {
  expect(page.querySelectorAll("[style], style, script")).toHaveLength(0);
});
