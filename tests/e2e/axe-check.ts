import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

// Without the tags axe leaves out what is new in WCAG 2.2: the size of targets.
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

// What axe cannot judge by itself and a person has: each kind, with its places and the judgement, is a row of docs/accessibility.md.
const REVIEWED: ReadonlySet<string> = new Set(
  ["bgOverlap", "elmPartiallyObscured", "elmPartiallyObscuring", "imgNode", "shortTextContent", "nonBmp"].map(
    (reason) => `color-contrast, not judged: ${reason}`,
  ),
);

type Finding = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"][number];
type Place = Finding["nodes"][number];

/**
 * What axe finds against WCAG 2.2 A and AA in the page or in a part of it, each with the elements it is about; also what it could not judge
 * for a reason that nobody has looked at yet.
 */
export async function violations(page: Page, part?: string): Promise<readonly string[]> {
  // The options first: they take the place of the tags. What passed is not named place by place, and the answer of a page without frames
  // needs no second page to be joined in: together half of the time.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ["violations", "incomplete"] })
    .withTags(TAGS)
    .setLegacyMode(page.frames().length === 1);
  const found = await (part ? axe.include(part) : axe).analyze();
  return [
    ...found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(nameOf).join(", ")}`),
    ...found.incomplete.flatMap(openQuestions),
  ];
}

function openQuestions({ id, nodes }: Finding): readonly string[] {
  return nodes.flatMap((node) => {
    const [check] = [...node.any, ...node.all, ...node.none];
    const question = `${id}, not judged: ${check?.data?.messageKey ?? check?.message}`;
    return REVIEWED.has(question) ? [] : [`${question} at ${nameOf(node)}`];
  });
}

const nameOf = ({ target }: Place): string => target.join(" ");
