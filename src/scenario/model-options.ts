import type { ModelCard } from "../pricing/rate-card.ts";
import { catalog } from "../rates/catalog.ts";
import type { OwnModel } from "./scenario.ts";

/** Models under one heading, as a select lists them. */
export interface ModelGroup {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

const GROUPS: readonly { readonly label: string; readonly holds: (card: ModelCard) => boolean }[] = [
  { label: "Current", holds: ({ status }) => status === "current" },
  ...(["opus", "sonnet", "haiku", "fable"] as const).map((family) => ({
    label: `Legacy: ${family[0]?.toUpperCase()}${family.slice(1)}`,
    holds: (card: ModelCard) => card.status === "legacy" && card.family === family,
  })),
  { label: "By invitation", holds: ({ status }) => status === "limited" },
  { label: "Retired", holds: ({ status }) => status === "retired" },
];

/** Every model to choose from: the person's own and current ones first, then legacy by family, limited and retired ones. */
export function modelOptions(
  ownModels: readonly OwnModel[],
  { without = [] }: { readonly without?: readonly string[] } = {},
): readonly ModelGroup[] {
  const own = ownModels.map(({ id }) => ({ value: id, label: modelName(id) }));
  const listed = GROUPS.map(({ label, holds }) => ({
    label,
    options: catalog.models.filter(holds).map(({ id }) => ({ value: id, label: modelName(id) })),
  }));
  return [{ label: "Your own", options: own }, ...listed]
    .map(({ label, options }) => ({ label, options: options.filter(({ value }) => !without.includes(value)) }))
    .filter(({ options }) => options.length > 0);
}

/** A model's name without the brand that all of them carry. */
export function modelName(id: string): string {
  const card = catalog.models.find((candidate) => candidate.id === id);
  if (!card) return id.replace("own-", "");
  const dated = catalog.models.some((other) => other !== card && other.name === card.name) ? ` (${id.slice(-8)})` : "";
  return card.name.replace("Claude ", "") + dated;
}
