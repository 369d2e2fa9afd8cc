import { type ReactElement, useCallback, useState } from "react";
import { isOwnId } from "../../scenario/link-fields.ts";
import { MOST_OWN_MODELS } from "../../scenario/ranges.ts";
import type { OwnModel } from "../../scenario/scenario.ts";
import { changeOwnModel } from "../../state/actions.ts";
import { useRangedField } from "../../state/use-ranged-field.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { Button } from "../../ui/button.tsx";
import { NumberField } from "../../ui/number-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";

const RATES = [
  ["input", "Input"],
  ["cacheWrite5m", "Cache write, 5 minutes"],
  ["cacheWrite1h", "Cache write, 1 hour"],
  ["cacheRead", "Cache read"],
  ["output", "Output"],
] as const;

/** Models with rates of the person's own: newer than the price list, or priced by a contract. */
export function OwnModels(): ReactElement {
  const models = useScenario(({ scenario }) => scenario.ownModels);
  return (
    <fieldset className="grid grid-cols-1 gap-3">
      <legend className="mb-1 text-sm font-medium">Models at your own rates</legend>
      {models.map((model) => (
        <OwnModelRates key={model.id} model={model} />
      ))}
      {models.length < MOST_OWN_MODELS ? <NewModel taken={models.map(({ id }) => id)} /> : null}
    </fieldset>
  );
}

function OwnModelRates({ model }: { readonly model: OwnModel }): ReactElement {
  return (
    <div className="grid grid-cols-1 gap-2 rounded-md border border-line p-3">
      <div className="flex items-center justify-between gap-2">
        <h4 className="text-sm font-medium">{model.id.slice(4)}, USD a million tokens</h4>
        <Button aria-label={`Remove ${model.id.slice(4)}`} onClick={() => changeOwnModel(model.id, null)}>
          Remove
        </Button>
      </div>
      {RATES.map(([name, label]) => (
        <OwnRate key={name} model={model} name={name} label={label} />
      ))}
      <SwitchField
        id={`${model.id}-tokenizer`}
        label="Counts tokens as Opus 4.7 and later do"
        checked={model.tokenizer === "from-4.7"}
        onChange={(newer) => changeOwnModel(model.id, { ...model, tokenizer: newer ? "from-4.7" : "before-4.7" })}
      />
    </div>
  );
}

function OwnRate({
  model,
  name,
  label,
}: {
  readonly model: OwnModel;
  readonly name: keyof OwnModel["rates"];
  readonly label: string;
}): ReactElement {
  const set = useCallback(
    (rate: number) => changeOwnModel(model.id, { ...model, rates: { ...model.rates, [name]: rate } }),
    [model, name],
  );
  const ranged = useRangedField(`${model.id}-${name}`, "ownRate", { value: model.rates[name], set });
  return <NumberField {...ranged} label={label} unit="USD" />;
}

// A new model starts from rates that a person can see and correct, never from 0: those of Opus 5.5.
const FIRST_RATES: OwnModel["rates"] = { input: 4, cacheWrite5m: 5, cacheWrite1h: 8, cacheRead: 0.2, output: 20 };

function NewModel({ taken }: { readonly taken: readonly string[] }): ReactElement {
  const [name, setName] = useState("");
  const id = `own-${name.trim().toLowerCase().replaceAll(" ", "-")}`;
  const usable = isOwnId(id) && !taken.includes(id);
  const add = (): void => {
    changeOwnModel(id, { id, rates: FIRST_RATES, tokenizer: "from-4.7" });
    setName("");
  };
  return (
    <div className="grid grid-cols-1 gap-1">
      <label htmlFor="own-name" className="text-sm">
        Name of a further model
      </label>
      <div className="flex gap-2">
        <input
          id="own-name"
          className="field min-w-0 grow"
          value={name}
          maxLength={20}
          onChange={(event) => setName(event.target.value)}
          aria-describedby="own-name-hint"
        />
        <Button onClick={add} disabled={!usable}>
          Add
        </Button>
      </div>
      <p id="own-name-hint" className="text-sm text-soft">
        Letters, digits and hyphens, at most 20. It starts with the rates of Opus 5.5 for you to change; choose it under Models.
      </p>
    </div>
  );
}
