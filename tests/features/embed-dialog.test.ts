import { describe, expect, test } from "vitest";
import {
  calculatorFolder,
  combineEmbed,
  type EmbedChoices,
  hostingProblem,
  lengthNotes,
  lockBoxes,
  panelBoxes,
  toggled,
} from "../../src/features/share/combine-embed.ts";
import { readFrameMessage } from "../../src/features/share/embed-messages.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { EMBED_LOCKS, EMBED_PANELS, embedHeight, PLAIN_EMBED } from "../../src/scenario/embed-snippet.ts";

const FOLDER = "https://cost.example/";
const CHOICES: EmbedChoices = { form: "html", options: PLAIN_EMBED, width: 768, ownHeight: null };
const alone = { shown: DEFAULT_SCENARIO, others: [], edited: 0 };

describe("the folder that a snippet leads to", () => {
  test.each([
    ["https://cost.example/", "https://cost.example/"],
    ["https://cost.example/tools/cost/", "https://cost.example/tools/cost/"],
    ["https://cost.example/cost/index.html?utm=a#v=1&z=2", "https://cost.example/cost/"],
  ])("of %s is %s", (address, folder) => {
    expect(calculatorFolder({ address, isPreset: false })).toBe(folder);
  });

  test.each(["https://cost.example/cost/presets/team/#v=1", "https://cost.example/cost/presets/team/index.html"])(
    "of a preset's page, %s, is the calculator's two above",
    (address) => {
      expect(calculatorFolder({ address, isPreset: true })).toBe("https://cost.example/cost/");
    },
  );
});

describe("where other pages cannot frame the calculator", () => {
  test.each([
    "file:///home/me/dist/",
    "http://localhost:4173/",
    "https://docs.localhost/",
    "http://127.0.0.1:4193/cost/",
    "http://127.1.2.3/",
    "http://[::1]:4173/",
    "http://0.0.0.0:8000/",
  ])("%s opens on one machine alone", (folder) => {
    expect(hostingProblem(folder)).toContain("your own machine alone");
  });

  test("an http: address cannot be shown by pages with https:", () => {
    expect(hostingProblem("http://cost.example/")).toContain("open the calculator by https:");
  });

  test.each(["https://cost.example/", "https://localhost.example/", "https://127.example/"])("%s can be framed", (folder) => {
    expect(hostingProblem(folder)).toBeNull();
  });
});

describe("the snippet of the dialog", () => {
  test("is the one scenario in a frame of the published height", () => {
    const embed = combineEmbed(alone, FOLDER, CHOICES);
    expect(embed.address).toBe("https://cost.example/embed/v1/#v=1&pd=2026-11-20&z=2");
    // docs/embed.md: the answer at 768 pixels
    expect(embed.height).toBe(1_358);
    expect(embed.snippet).toContain('src="https://cost.example/embed/v1/#v=1&amp;pd=2026-11-20&amp;z=2"');
    expect(embed.snippet).toContain('height="1358"');
    expect(embed.notes).toEqual([]);
  });

  test("at another width, with a panel more, has that height", () => {
    const options = { ...PLAIN_EMBED, show: ["verdict", "month"] } as const;
    const embed = combineEmbed(alone, FOLDER, { ...CHOICES, options, width: 320 });
    // docs/embed.md: 2,578 and 398 for the month
    expect(embed.height).toBe(2_976);
    expect(embed.address).toContain("?show=verdict,month#");
  });

  test("has a height of one's own beside the published one", () => {
    const { height, publishedHeight, snippet } = combineEmbed(alone, FOLDER, { ...CHOICES, ownHeight: 900 });
    expect({ height, publishedHeight }).toEqual({ height: 900, publishedHeight: embedHeight(["verdict"], 768) });
    expect(snippet).toContain('height="900"');
  });

  test("for the loader names no height", () => {
    expect(combineEmbed(alone, FOLDER, { ...CHOICES, form: "loader" }).snippet).toMatch(
      /^<script src="https:\/\/cost\.example\/embed/,
    );
  });

  test("of a comparison holds the scenario being edited alone, and says which", () => {
    const edited = { ...DEFAULT_SCENARIO, developers: 25 };
    const embed = combineEmbed({ shown: edited, others: [DEFAULT_SCENARIO], edited: 1 }, FOLDER, CHOICES);
    expect(embed.address).toContain("#v=1&pd=2026-11-20&dev=25&z=3");
    expect(embed.notes).toEqual(["The embed shows scenario B, the one you are editing. The comparison stays here."]);
  });

  test("up to 1,900 characters of a link need no words; more may be cut on the way; over 4,096 are not read", () => {
    expect(lengthNotes(1_899)).toEqual([]);
    expect(lengthNotes(1_900)).toEqual([]);
    expect(lengthNotes(1_901)[0]).toContain("has 1,901 characters. The embed shows all of it");
    expect(lengthNotes(4_096)[0]).toContain("The embed shows all of it");
    expect(lengthNotes(4_097)[0]).toContain("An embed reads 4,096 of them");
  });
});

describe("the boxes to tick", () => {
  test("a part is added in the embed's own order, and taken out again", () => {
    expect(toggled(EMBED_PANELS, ["levers"], "verdict")).toEqual(["verdict", "levers"]);
    expect(toggled(EMBED_PANELS, ["verdict", "levers"], "levers")).toEqual(["verdict"]);
  });

  test("the last panel stays: an embed shows something", () => {
    const fixed = (show: Parameters<typeof panelBoxes>[0]) => panelBoxes(show).flatMap((box) => (box.fixed ? [box.part] : []));
    expect(fixed(["month"])).toEqual(["month"]);
    expect(fixed(["verdict", "month"])).toEqual([]);
  });

  test("a locked group holds the preset, which would change it", () => {
    const checked = (lock: Parameters<typeof lockBoxes>[0]) => lockBoxes(lock).flatMap((box) => (box.checked ? [box.part] : []));
    expect(checked([])).toEqual([]);
    expect(checked(["work"])).toEqual(["preset", "work"]);
    expect(lockBoxes(["work"])[0]).toMatchObject({ part: "preset", fixed: true });
    expect(lockBoxes(["preset"])[0]).toMatchObject({ checked: true, fixed: false });
    expect(checked(EMBED_LOCKS)).toEqual(EMBED_LOCKS);
  });
});

describe("what the preview hears", () => {
  const message = (fields: unknown) => readFrameMessage({ "claude-code-cost": fields });

  test("is that the embed is ready, and how high it is", () => {
    expect(message({ v: 1, type: "ready" })).toEqual({ type: "ready" });
    expect(message({ v: 1, type: "resize", height: 1 })).toEqual({ type: "resize", height: 1 });
  });

  test.each([
    { v: 2, type: "ready" },
    { type: "ready" },
    { v: 1, type: "change", link: "v=1" },
    { v: 1, type: "resize", height: 0 },
    { v: 1, type: "resize", height: "900" },
    { v: 1, type: "resize", height: Number.NaN },
    null,
    "ready",
  ])("and nothing else: not %j", (fields) => {
    expect(message(fields)).toBeNull();
  });

  test.each([null, undefined, "ready", 1, [], { "other-embed": { v: 1, type: "ready" } }])("nor another program's %j", (data) => {
    expect(readFrameMessage(data)).toBeNull();
  });
});
