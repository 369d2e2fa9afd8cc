import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Rgb = readonly [red: number, green: number, blue: number];
type Matrix = readonly [Rgb, Rgb, Rgb];

// Machado, Oliveira, Fernandes 2009, table of severity 1.0: what an eye without one kind of cone sees, on linear light.
const SIGHTS: Readonly<Record<string, Matrix>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const style = readFileSync("src/style.css", "utf8");
const MARKS = [1, 2, 3, 4, 5, 6].map((mark) => `mark-${mark}`);

/** A colour of the style sheet as linear light, 0 to 1. */
function colour(name: string, theme: "light" | "dark"): Rgb {
  const [, light, dark] = new RegExp(`--color-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(style) ?? [];
  const hex = theme === "light" ? light : dark;
  if (hex === undefined) throw new Error(`src/style.css has no ${name}`);
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  return [red, green, blue];
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function times(matrix: Matrix, [red, green, blue]: Rgb): Rgb {
  const [a, b, c] = matrix.map((row) => row[0] * red + row[1] * green + row[2] * blue) as [number, number, number];
  return [a, b, c];
}

function seen(sight: string, light: Rgb): Rgb {
  const matrix = SIGHTS[sight];
  if (matrix === undefined) throw new Error(`no sight is called ${sight}`);
  const [a, b, c] = times(matrix, light).map((value) => Math.min(1, Math.max(0, value))) as [number, number, number];
  return [a, b, c];
}

/** WCAG's contrast, 1 to 21. */
function contrast(a: Rgb, b: Rgb): number {
  const [low = 0, high = 0] = [a, b]
    .map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** How far apart two colours look: distance in OKLab, black to white is 1. */
function distance(a: Rgb, b: Rgb): number {
  const [p, q] = [lab(a), lab(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

function lab(light: Rgb): Rgb {
  const [l, m, s] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    light,
  ).map(Math.cbrt) as [number, number, number];
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [l, m, s],
  );
}

describe.each(["light", "dark"] as const)("the %s palette of charts", (theme) => {
  const marks = MARKS.map((name) => ({ name, light: colour(name, theme) }));
  const grounds = ["card", "paper"].map((name) => colour(name, theme));

  describe.each(Object.keys(SIGHTS))("for %s sight", (sight) => {
    it.each(marks)("A8: $name holds 3:1 on card and paper", ({ light }) => {
      for (const ground of grounds) expect(contrast(seen(sight, light), seen(sight, ground))).toBeGreaterThanOrEqual(3);
    });

    // 0.02 is about the least that can be told apart side by side.
    it("A8: any two marks are at least 0.08 apart in OKLab", () => {
      for (const [index, one] of marks.entries())
        for (const other of marks.slice(index + 1))
          expect(distance(seen(sight, one.light), seen(sight, other.light)), `${one.name}, ${other.name}`).toBeGreaterThanOrEqual(
            0.08,
          );
    });
  });
});

// What axe leaves open where something lies over a text, or a text over a drawing: every ink that is used, on every ground that there is.
describe.each(["light", "dark"] as const)("the %s palette of texts", (theme) => {
  const INKS = ["ink", "soft", "accent", "good", "warn", "bad"];

  it.each(INKS.flatMap((ink) => ["paper", "card", "sunk", "wash"].map((ground) => [ink, ground] as const)))(
    "A1: %s on %s holds 4.5:1",
    (ink, ground) => {
      expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ["on-accent", "accent"],
    ["warn", "warn-wash"],
    ["ink", "warn-wash"],
    ["bad", "bad-wash"],
    ["ink", "bad-wash"],
  ])("A1: %s on %s holds 4.5:1", (ink, ground) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["paper", "card"])("A4: the edge of a control and of a slider's track holds 3:1 on %s", (ground) => {
    expect(contrast(colour("edge", theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

describe("the measures themselves", () => {
  const [black, white]: readonly [Rgb, Rgb] = [
    [0, 0, 0],
    [1, 1, 1],
  ];

  it("black on white is 21:1, and 1 apart", () => {
    // (1 + 0.05) / (0 + 0.05)
    expect(contrast(black, white)).toBeCloseTo(21, 6);
    expect(distance(black, white)).toBeCloseTo(1, 6);
  });

  it("a red and a green that only a full sight tells apart are near each other for a deutan one", () => {
    const [red, green]: readonly [Rgb, Rgb] = [
      [0.3, 0.05, 0.02],
      [0.08, 0.14, 0.02],
    ];
    expect(distance(seen("deutan", red), seen("deutan", green))).toBeLessThan(distance(red, green) / 2);
  });

  it("an eye without one kind of cone sees white as white", () => {
    for (const sight of Object.keys(SIGHTS)) expect(distance(seen(sight, white), white)).toBeLessThan(0.001);
  });
});
