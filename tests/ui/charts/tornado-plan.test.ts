import { describe, expect, it } from "vitest";
import { planTornado, type TornadoProps, type TornadoRow } from "../../../src/ui/charts/tornado-plan.ts";

const SIZE = { width: 800, height: 384 };
const NARROW = { width: 256, height: 384 };

const row = (label: string, low: number | null, high: number | null): TornadoRow => ({
  label,
  low: low === null ? null : { text: "less", change: low },
  high: high === null ? null : { text: "more", change: high },
});

const PROPS: TornadoProps = {
  rows: [row("Requests", -50, 60), row("Growth", -20, 30)],
  base: 200,
  low: { name: "Low", mark: 1 },
  high: { name: "High", mark: 2 },
  formatValue: (value) => `$${value}`,
  formatChange: (change) => `${change > 0 ? "+" : "−"}$${Math.abs(change)}`,
  valueLabel: "US$ a month more or less than $200",
};
const plan = (rows: readonly TornadoRow[], size = SIZE) => planTornado({ ...PROPS, rows }, size);

describe("planTornado", () => {
  it("reaches from the least to the greatest change, with ticks at round ones and the base among them", () => {
    const { scale, box, baseX } = planTornado(PROPS, SIZE);
    expect(scale.domain).toEqual([-50, 60]);
    expect(scale.ticks).toEqual([-40, -20, 0, 20, 40, 60]);
    // 50 of 110 from the left
    expect(baseX).toBeCloseTo(box.left + (box.width * 50) / 110, 9);
  });

  it("draws bars in proportion from the base line", () => {
    const { rows, baseX } = planTornado(PROPS, SIZE);
    const [first, second] = rows;
    expect((baseX - (second?.low?.x ?? 0)) / (baseX - (first?.low?.x ?? 0))).toBeCloseTo(20 / 50, 9);
    expect(((second?.high?.x ?? 0) - baseX) / ((first?.high?.x ?? 0) - baseX)).toBeCloseTo(30 / 60, 9);
  });

  it.each([
    { reach: 180, isCut: false, why: "three times the next is drawn at its length" },
    { reach: 181, isCut: true, why: "more than that is cut at one and a half times the next" },
  ])("$why", ({ reach, isCut }) => {
    const { rows, scale } = plan([row("Cache", reach, null), row("Requests", -50, 60)]);
    expect(rows[0]?.low?.isCut).toBe(isCut);
    expect(scale.domain[1]).toBe(isCut ? 90 : 180);
    expect(rows[0]?.texts.map(({ text }) => text)).toEqual([isCut ? "less: +$181" : "less"]);
  });

  it("never cuts an only row", () => {
    expect(plan([row("Cache", 1_000, null)]).rows[0]?.low?.isCut).toBe(false);
  });

  it("puts a text at each outer end, none where nothing changes, and one where both ends lie on the same side", () => {
    const texts = (one: TornadoRow) => plan([one]).rows[0]?.texts.map(({ text, anchor }) => `${text} ${anchor}`);
    expect(texts(row("both sides", -5, 5))).toEqual(["less end", "more start"]);
    expect(texts(row("turned round", 5, -5))).toEqual(["more end", "less start"]);
    expect(texts(row("one end is now", 0, 5))).toEqual(["more start"]);
    expect(texts(row("same side", 5, 9))).toEqual(["more start"]);
  });

  it("puts labels above their bars on a narrow drawing and names a round change besides the base", () => {
    const narrow = plan(PROPS.rows, NARROW);
    expect(narrow.isNarrow).toBe(true);
    expect(narrow.rows[0]?.labelAt.y).toBeLessThan((narrow.rows[0]?.middle ?? 0) - narrow.thickness / 2);
    // Round steps of the whole span would be 100: none lies within.
    expect(plan([row("Requests", -58, 95)], NARROW).scale.ticks).toEqual([-50, 0, 50]);
    expect(plan(PROPS.rows).rows[0]?.labelAt.y).toBeCloseTo((plan(PROPS.rows).rows[0]?.middle ?? 0) + 4, 9);
  });

  it.each([{ rows: [] }, { rows: [row("Nothing", 0, null)] }])("is an empty axis for nothing that changes", ({ rows }) => {
    expect(plan(rows).scale.ticks).toEqual([0]);
  });

  it.each([Number.NaN, Infinity])("refuses %s and says where it stood", (change) => {
    expect(() => plan([row("Requests", change, 1)])).toThrow(/Requests/);
  });
});
