/** The names of the presets, as links write them. Never reuse one. */
export const PRESET_IDS = ["typical", "light", "heavy", "team", "ci-batch", "api-app", "agent-team"] as const;

export type PresetId = (typeof PRESET_IDS)[number];
