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

/**
 * What axe finds against WCAG 2.2 A and AA in the page or in a part of it, each with the elements it is about; also what it could not judge
 * for a reason that nobody has looked at yet.
 */
export async function violations(page: Page, part?: string): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).withTags(TAGS);
  const found = await (part ? axe.include(part) : axe).analyze();
  const places = ({ nodes }: Pick<Finding, "nodes">): string => nodes.map(({ target }) => target.join(" ")).join(", ");
  return [
    ...found.violations.map((finding) => `${finding.id}: ${places(finding)}`),
    ...found.incomplete.flatMap(openQuestions).filter((question) => !REVIEWED.has(question.split(" at ", 1)[0] ?? "")),
  ];
}

function openQuestions({ id, nodes }: Finding): readonly string[] {
  return nodes.map((node) => {
    const [check] = [...node.any, ...node.all, ...node.none];
    return `${id}, not judged: ${check?.data?.messageKey ?? check?.message} at ${node.target.join(" ")}`;
  });
}
