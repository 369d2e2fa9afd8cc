import {
  EMBED_LOCKS,
  EMBED_PANELS,
  EMBED_THEMES,
  type EmbedLock,
  type EmbedOptions,
  type EmbedTheme,
  PLAIN_EMBED,
} from "../scenario/embed-snippet.ts";

/**
 * What an embed's query asks for. What is not known is ignored, each part is shown once and in our order; of a name that is there twice the
 * first counts. `lock=all` locks every group; as soon as one is locked the preset is, because it would change the others.
 *
 * @example readEmbedOptions("?theme=dark&show=month,verdict").show //=> ["verdict", "month"]
 */
export function readEmbedOptions(query: string): EmbedOptions {
  const values = new URLSearchParams(query.replaceAll("&amp;", "&"));
  const show = known(EMBED_PANELS, values.get("show"));
  const lock = values.get("lock") === "all" ? EMBED_LOCKS : known(EMBED_LOCKS, values.get("lock"));
  return {
    theme: readTheme(values.get("theme")) ?? PLAIN_EMBED.theme,
    show: show.length === 0 ? PLAIN_EMBED.show : show,
    lock: lock.length === 0 ? [] : EMBED_LOCKS.filter((group) => group === "preset" || lock.includes(group)),
  };
}

/** A theme by its name; undefined for anything else. */
export function readTheme(value: unknown): EmbedTheme | undefined {
  return EMBED_THEMES.find((theme) => theme === value);
}

/** Whether the page that was drawn at build time can be taken over: it has the answer, and inputs that move. Panels come behind. */
export function isPlain({ show, lock }: Pick<EmbedOptions, "show" | "lock">): boolean {
  return lock.length === 0 && show.includes("verdict");
}

function known<Name extends EmbedLock | EmbedOptions["show"][number]>(
  names: readonly Name[],
  value: string | null,
): readonly Name[] {
  const asked = (value ?? "").split(",").map((name) => name.trim());
  return names.filter((name) => asked.includes(name));
}
