import type { SaveFailure } from "../../state/saved-scenarios.ts";

/** Why nothing is saved, and what holds the input all the same. */
export const FAILURES: Readonly<Record<SaveFailure, string>> = {
  blocked: "This browser does not let the page save your inputs. The address of the page holds them.",
  full: "There is no room left in this browser's storage, so your inputs are not saved. The address of the page holds them.",
  unreadable:
    "What was saved in this browser cannot be read. It is left as it is and nothing is saved over it; “Saved” lets you delete it.",
  newer:
    "A newer version of this calculator has saved inputs in this browser. They are left as they are, and this version saves nothing.",
};
