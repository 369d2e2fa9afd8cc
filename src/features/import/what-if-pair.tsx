import { type ReactElement, useState } from "react";
import { modelOptions } from "../../scenario/model-options.ts";
import { SelectField } from "../../ui/select-field.tsx";
import type { ModelPair } from "../../usage-import/needs-under.ts";
import { firstPair, pairInWords } from "./combine-what-if-pair.ts";
import { useLogAnswer } from "./what-if-answer.ts";

const MODELS = modelOptions([]);

/**
 * How few of the tokens a dearer model may need to be the cheaper one.
 * @param dearest the model that cost most as measured, the catalog's id
 */
export function WhatIfPair({ dearest }: { readonly dearest: string }): ReactElement {
  const [chosen, setChosen] = useState<Partial<ModelPair>>({});
  const pair = { ...firstPair(dearest), ...chosen };
  const { answered, isWaiting, hasFailed } = useLogAnswer(
    pair.model === pair.against ? null : { kind: "break-even-share", ...pair },
  );
  return (
    <div className="mt-5 border-t border-line pt-4">
      <h4 className="mb-2 text-sm font-semibold">When the dearer model is the cheaper one</h4>
      <div className="grid grid-cols-1 gap-x-5 gap-y-4 sm:grid-cols-2">
        <SelectField
          id="what-if-pair-model"
          label="Is this model cheaper"
          groups={MODELS}
          value={pair.model}
          onChange={(model) => setChosen({ ...chosen, model })}
        />
        <SelectField
          id="what-if-pair-against"
          label="than this one"
          groups={MODELS}
          value={pair.against}
          onChange={(against) => setChosen({ ...chosen, against })}
        />
      </div>
      <p className="mt-3 min-h-6 text-sm" role="status" aria-busy={isWaiting}>
        {hasFailed
          ? "The log could not be asked. Read it again."
          : pair.model === pair.against
            ? pairInWords(null, pair)
            : answered && pairInWords(answered.answer, answered.question)}
      </p>
    </div>
  );
}
