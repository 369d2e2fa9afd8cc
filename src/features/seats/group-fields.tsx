import { type ReactElement, useCallback } from "react";
import { MOST_TEAM_GROUPS, RANGES } from "../../scenario/ranges.ts";
import type { Scenario, TeamGroup } from "../../scenario/scenario.ts";
import { changeScenario, replaceScenario } from "../../state/actions.ts";
import { scenarioStore } from "../../state/scenario-store.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { formatCount } from "../../ui/format-count.ts";
import { formatUsd } from "../../ui/format-money.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { HEAVY_SOURCE, HEAVY_TIMES, rankNames, startingGroups, usdEach, withDevelopers, withUsdEach } from "./team-groups.ts";

interface GroupFieldsProps {
  readonly perDeveloper: number;
  /** Whether they only stand for rows: then they are folded away. */
  readonly areFromRows: boolean;
}

/** The team's groups: developers, and what the work of one comes to. */
export function GroupFields({ perDeveloper, areFromRows }: GroupFieldsProps): ReactElement {
  const team = useScenario(({ scenario }) => scenario.team);
  const developers = useScenario(({ scenario }) => scenario.developers);
  const ranks = rankNames(team);
  return (
    <Disclosure title="Groups of developers" summary={summaryOf(team)} open={!areFromRows}>
      <div className="grid grid-cols-1 gap-3">
        <p className="max-w-prose text-sm text-soft">{hintOf(team, developers, perDeveloper)}</p>
        {team.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group has no name; its place is all that tells it apart
          <Group key={index} group={group} index={index} rank={ranks[index] ?? null} />
        ))}
        <Buttons team={team} start={() => startingGroups(developers, perDeveloper)} />
      </div>
    </Disclosure>
  );
}

function summaryOf(team: readonly TeamGroup[]): string {
  if (team.length === 0) return "none: all alike";
  const developers = team.reduce((sum, group) => sum + group.developers, 0);
  return `${formatCount(team.length)} ${team.length === 1 ? "group" : "groups"}, ${formatCount(developers)} ${developers === 1 ? "developer" : "developers"}`;
}

function hintOf(team: readonly TeamGroup[], developers: number, perDeveloper: number): string {
  if (team.length === 0) {
    const who = developers === 1 ? "1 developer" : `${formatCount(developers)} developers alike`;
    return `Without groups: ${who}, ${formatUsd(perDeveloper)} a month each, as in the estimate. Groups start at half of that for light developers (assumed) and ${formatCount(HEAVY_TIMES)} times for heavy ones (${HEAVY_SOURCE}).`;
  }
  const own = team.reduce((sum, group) => sum + group.developers, 0);
  const beside =
    own === developers
      ? ""
      : ` The groups hold ${formatCount(own)} developers; the rest of the page is for ${formatCount(developers)}.`;
  return `What the work of one developer is worth at API rates, whatever pays for it: compared with the plans' limits as it is.${beside}`;
}

function Buttons({
  team,
  start,
}: {
  readonly team: readonly TeamGroup[];
  readonly start: () => readonly TeamGroup[];
}): ReactElement {
  if (team.length === 0)
    return (
      <div>
        <Button onClick={() => stepTo(start)}>Start with light, typical and heavy</Button>
      </div>
    );
  return (
    <div className="flex flex-wrap gap-2">
      {team.length < MOST_TEAM_GROUPS ? (
        <Button onClick={() => stepTo((before) => [...before, before.at(-1) ?? { developers: 1, totalUsd: 0 }])}>
          Add a group
        </Button>
      ) : null}
      <Button onClick={() => stepTo(() => [])}>Back to developers alike</Button>
    </div>
  );
}

// As one step that Back undoes.
function stepTo(change: (team: Scenario["team"]) => Scenario["team"]): void {
  const { scenario } = scenarioStore.getState();
  replaceScenario({ ...scenario, team: change(scenario.team) });
}

interface GroupProps {
  readonly group: TeamGroup;
  readonly index: number;
  readonly rank: string | null;
}

function Group({ group, index, rank }: GroupProps): ReactElement {
  const name = `Group ${index + 1}`;
  const setDevelopers = useCallback((count: number) => changeGroup(index, (before) => withDevelopers(before, count)), [index]);
  const setEach = useCallback((each: number) => changeGroup(index, (before) => withUsdEach(before, each)), [index]);
  const each = usdEach(group);
  const developers = useRangedField(`team-${index}-developers`, "developers", { value: group.developers, set: setDevelopers });
  const usd = useRangedField(`team-${index}-usd`, "monthUsd", { value: each, set: setEach });
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2 border-t border-line pt-2">
      <NumberField {...developers} label={`${name}, developers`} most={mostDevelopers(each)} />
      <NumberField
        {...usd}
        label={`${name}, USD each a month`}
        unit="USD"
        most={Math.floor(RANGES.monthUsd.most / group.developers)}
      />
      <Button aria-label={`Remove ${name}`} onClick={() => stepTo((team) => team.filter((_, place) => place !== index))}>
        Remove
      </Button>
      {rank === null ? null : <span className="pb-2 text-sm text-soft">{rank}</span>}
    </div>
  );
}

function changeGroup(index: number, change: (group: TeamGroup) => TeamGroup): void {
  changeScenario(({ team }) => ({ team: team.map((group, place) => (place === index ? change(group) : group)) }));
}

// A link holds a group's total, up to a bound.
function mostDevelopers(each: number): number {
  const { most } = RANGES.developers;
  return each > 0 ? Math.max(1, Math.min(most, Math.floor(RANGES.monthUsd.most / each))) : most;
}
