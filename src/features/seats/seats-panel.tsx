import { memo, type ReactElement, useMemo, useState } from "react";
import { isSame } from "../../lib/is-same.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { seatOffers, teamToSeat } from "../../scenario/seat-offers.ts";
import { replaceScenario } from "../../state/actions.ts";
import { scenarioStore } from "../../state/scenario-store.ts";
import { selectEstimate } from "../../state/selectors.ts";
import type { ShownProps } from "../../state/shown-props.ts";
import { useSame } from "../../ui/charts/same-value.ts";
import { ExportButton } from "../../ui/export-button.tsx";
import { SectionCard } from "../../ui/section-card.tsx";
import type { PastedUsers } from "./combine-pasted.ts";
import { combineSeats, rowsAgainstGroups, type SeatsInput } from "./combine-seats.ts";
import { GroupFields } from "./group-fields.tsx";
import { PasteUsers } from "./paste-users.tsx";
import { FILE_COLUMNS } from "./seat-file.ts";
import { SeatTables } from "./seat-tables.tsx";

const TITLE = "Seats for a team";

/** Who of a team gets an API key, a plan or a seat, so that the month is cheapest; from groups, or from pasted rows. */
export const SeatsPanel = memo(function SeatsPanel({ state }: ShownProps): ReactElement {
  const { shown } = state;
  const [pasted, setPasted] = useState<PastedUsers | null>(null);
  const ofGroups = useSame(useMemo(() => inputOf(shown), [shown]));
  // Groups that were changed by hand, or came by another link, are no longer those of the rows.
  const users = pasted && isSame(pasted.team, shown.team) ? pasted : null;
  const ofRows = useRowsInput(users, shown);
  const input = ofRows ?? ofGroups;
  const view = useMemo(() => combineSeats(input), [input]);
  const held = useMemo(() => (ofRows === null ? null : rowsAgainstGroups(ofRows, ofGroups)), [ofRows, ofGroups]);
  const takePasted = (read: PastedUsers): void => {
    setPasted(read);
    replaceScenario({ ...scenarioStore.getState().scenario, team: read.team });
  };
  return (
    <SectionCard
      title={TITLE}
      level={2}
      aside={
        <ExportButton
          name="seats"
          title={TITLE}
          takeaway={view.takeaway}
          table={() => ({ columns: FILE_COLUMNS, rows: view.fileRows(), total: null })}
        />
      }
    >
      <div className="grid grid-cols-1 gap-5">
        <p className="max-w-prose">{view.takeaway}</p>
        {held === null ? null : <p className="max-w-prose text-sm text-soft">{held}</p>}
        <GroupFields perDeveloper={selectEstimate({ shown }).perDeveloperMonth} areFromRows={users !== null} />
        <PasteUsers onRead={takePasted} />
        <SeatTables view={view} />
      </div>
    </SectionCard>
  );
});

function inputOf(shown: Scenario): SeatsInput {
  const { groups, offers, isOwn } = teamToSeat(shown, selectEstimate({ shown }));
  const names = isOwn ? groups.map((_, index) => `Group ${index + 1}`) : ["All developers alike"];
  return { groups, names, offers, overflow: shown.overflow };
}

// A thousand rows are not planned anew because a slider of the session moves: only what they rest on counts.
function useRowsInput(
  users: PastedUsers | null,
  { work, limitRule, ownLimits, planBilling, overflow }: Scenario,
): SeatsInput | null {
  return useMemo(() => {
    if (users === null) return null;
    const offers = seatOffers({ work, limitRule, ownLimits, planBilling });
    return { groups: users.developers, names: users.rows.map(({ user }) => user), offers, overflow };
  }, [users, work, limitRule, ownLimits, planBilling, overflow]);
}
