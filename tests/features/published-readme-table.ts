import { combinePublished, STATUS_WORDS } from "../../src/features/published/combine-published.ts";
import { PUBLISHED_CLAIMS } from "../../src/scenario/published/published-claims.ts";

type View = ReturnType<typeof combinePublished>;
type Claim = View["subjects"][number]["claims"][number];

/** The README's part on published figures: how many claims stand how, and every one that disagrees. */
export function publishedSection(): string {
  const { counts, subjects } = combinePublished(PUBLISHED_CLAIMS);
  const claims = subjects.flatMap((subject) => subject.claims);
  const order = PUBLISHED_CLAIMS.map(({ id }) => id);
  const disagreeing = claims
    .filter(({ status }) => status === "disagrees")
    .toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  const lines = counts.map(({ status, ids }) => {
    const { name, meaning } = STATUS_WORDS[status];
    return `- **${name}**, ${ids.length}: ${meaning}.`;
  });
  return [
    `${claims.length} claims of five public guides, worked out again from their own inputs:`,
    "",
    ...lines,
    "",
    "| id | what is said | published | ours | why |",
    "| --- | --- | --- | --- | --- |",
    ...disagreeing.map(row),
    "",
    "The page `published/` of the built site has all of them, each with its inputs, its source and a link that opens it in the",
    "calculator. They are tests too: a row that no longer holds fails the build.",
  ].join("\n");
}

function row({ id, says, figures, reason }: Claim): string {
  // What no guide gives stands on the page, beside what it explains.
  const checked = figures.filter(({ published }) => published !== "not given");
  const listed = (of: "published" | "ours"): string =>
    checked.map((figure) => (checked.length === 1 ? figure[of] : `${figure.label} ${figure[of]}`)).join(", ");
  const cells = [id, says, listed("published"), listed("ours"), reason ?? ""];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
