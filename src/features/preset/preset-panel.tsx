import type { ReactElement } from "react";
import type { PresetId } from "../../scenario/preset-ids.ts";
import { PRESETS, presetOf } from "../../scenario/presets.ts";
import { loadPreset, resetToPreset } from "../../state/actions.ts";
import { selectIsEdited } from "../../state/selectors.ts";
import { useScenario } from "../../state/use-scenario.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/select-field.tsx";

/** Which preset the scenario began from, its source, and the way back to it. */
export function PresetPanel(): ReactElement {
  const preset = useScenario(({ scenario }) => presetOf(scenario));
  const edited = useScenario(selectIsEdited);
  const options = PRESETS.map(({ id, name }) => ({ value: id, label: id === preset.id && edited ? `${name} (edited)` : name }));
  return (
    <div>
      <div className="flex items-end gap-2">
        <div className="min-w-0 grow">
          <SelectField
            id="preset"
            label="Start from"
            groups={[{ label: "", options }]}
            value={preset.id}
            onChange={(id) => loadPreset(id as PresetId)}
          />
        </div>
        <Button onClick={resetToPreset} disabled={!edited}>
          Reset
        </Button>
      </div>
      <p className="mt-2 text-sm text-soft">{preset.source}</p>
    </div>
  );
}
