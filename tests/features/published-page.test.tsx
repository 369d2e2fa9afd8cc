import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PublishedPage } from "../../src/features/published/published-page.tsx";
import { serializeScenario } from "../../src/scenario/link.ts";
import { PUBLISHED_CLAIMS } from "../../src/scenario/published/published-claims.ts";

describe("the page of published figures, as it is drawn at build", () => {
  const page = document.createElement("div");
  page.innerHTML = renderToStaticMarkup(<PublishedPage />);
  const row = (id: string): Element => page.querySelector(`li[id="${id}"]`) ?? document.createElement("li");

  it.each(PUBLISHED_CLAIMS.map((claim) => [claim.id, claim] as const))(
    "%s: has its table, a status in words, and a link that opens the calculator one folder up",
    (id, { figures, scenario }) => {
      const claim = row(id);
      expect(claim.querySelectorAll("tbody tr")).toHaveLength(figures.length);
      expect([...claim.querySelectorAll("span")].map(({ textContent }) => textContent)).toContainEqual(
        expect.stringMatching(/^[✓≈↔≠](agrees|rounds|range|disagrees)$/),
      );
      expect(claim.querySelector('a[href^="../"]')?.getAttribute("href")).toBe(`../#${serializeScenario(scenario)}`);
      expect(claim.querySelector('a[href^="../"]')?.textContent).toBe(`Open ${id} in the calculator`);
    },
  );

  it("sets the hit rate that was printed beside the one of its own tokens", () => {
    expect([...row("B9.2").querySelectorAll("td")].map(({ textContent }) => textContent)).toEqual(["70 %", "44.4 %"]);
  });

  it("has neither scripts nor styles of its own, and every link within it leads to a row", () => {
    expect(page.querySelector("script, style, [style]")).toBeNull();
    const within = [...page.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute("href")?.slice(1));
    // Each claim is counted under one status.
    expect(within).toHaveLength(PUBLISHED_CLAIMS.length);
    for (const id of within) expect(row(id ?? "").id).toBe(id);
  });
});
