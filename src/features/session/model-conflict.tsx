import type { ReactElement } from "react";
import { modelName } from "../../scenario/model-options.ts";
import { useConflict } from "../../state/use-conflict.ts";
import { Notice } from "../../ui/notice.tsx";
import { useInMix } from "./use-in-mix.ts";

/** Why a model cannot serve a part of the session, beside the field that names it; one of the mix is told of beside the mix. */
export function ModelConflict({ model, index }: { readonly model: string; readonly index: number }): ReactElement | null {
  const conflict = useConflict("mix");
  const isMixed = useInMix(index, model);
  if (isMixed || !conflict?.includes(modelName(model))) return null;
  return <Notice tone="error" title="This model cannot be used so" items={[conflict]} announced />;
}
