import { createStore, type StoreApi } from "zustand/vanilla";

/** What the embed knows beside the scenario. */
export interface EmbedNotes {
  /** A change was taken back because it would have touched locked inputs. */
  readonly wasRefused: boolean;
}

/** The embed's own small store. */
export const embedNotes: StoreApi<EmbedNotes> = createStore<EmbedNotes>(() => ({ wasRefused: false }));
