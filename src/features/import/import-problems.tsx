import type { ReactElement } from "react";
import { Disclosure } from "../../ui/disclosure.tsx";
import { formatTokens } from "../../ui/format-count.ts";
import type { ImportProblem } from "../../usage-import/usage-format.ts";
import { counted } from "./combine-import-headline.ts";

export interface ProblemListProps {
  /** Those that are named. */
  readonly problems: readonly ImportProblem[];
  /** All of them. */
  readonly count: number;
}

/** What was not read, or priced by a rule to know: by file and line, folded; nothing where all was read. */
export function ProblemList({ problems, count }: ProblemListProps): ReactElement | null {
  if (count === 0) return null;
  const rest = count - problems.length;
  return (
    <Disclosure title="Remarks on what was read" summary={counted(count, "remark")}>
      <ul className="grid grid-cols-1 gap-1 text-sm wrap-anywhere">
        {problems.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order, and remarks may repeat
          <li key={index}>
            <span className="text-soft">{placeOf(problem)}:</span> {problem.reason}
          </li>
        ))}
        {rest > 0 ? <li className="text-soft">and {formatTokens(rest)} more.</li> : null}
      </ul>
    </Disclosure>
  );
}

const SESSION_ID = /([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

function placeOf({ file, line }: ImportProblem): string {
  return file === undefined ? `line ${line}` : `${file.replace(SESSION_ID, "$1")}, line ${line}`;
}
