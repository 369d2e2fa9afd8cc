import fc from "fast-check";
import { logLine, SONNET_4_6 } from "./log-lines.ts";

const optional = (...names: readonly string[]): fc.Arbitrary<string | undefined> => fc.constantFrom(...names, undefined);

/** Responses that differ in everything by which a summary groups them, many of them in the same few conversations. */
export const anySummaryLine: fc.Arbitrary<string> = fc
  .record({
    id: fc.nat(1_000_000),
    model: fc.constantFrom(SONNET_4_6, "claude-haiku-5-5", "claude-opus-5-5", "nobody's-model"),
    tokens: fc.record({ input: fc.nat(200), write: fc.nat(150_000), hourly: fc.boolean(), read: fc.nat(150_000) }),
    minute: fc.option(fc.nat(60 * 24 * 40)),
    session: fc.constantFrom("s-1", "s-2", null),
    agent: optional("a-1", "a-2"),
    attributionSkill: fc.option(fc.nat(70), { nil: undefined }),
    attributionPlugin: optional("p"),
    attributionMcpServer: optional("github", "jira"),
  })
  .map(({ id, model, tokens: { input, write, hourly, read }, minute, session, agent, attributionSkill, ...attribution }) => {
    const split = { ephemeral_5m_input_tokens: hourly ? 0 : write, ephemeral_1h_input_tokens: hourly ? write : 0 };
    return logLine({
      id: `msg_${id}`,
      model,
      session,
      at: minute === null ? null : new Date(Date.parse("2026-10-01T00:00:00Z") + minute * 60_000).toISOString(),
      usage: { input_tokens: input, cache_creation: split, cache_read_input_tokens: read, output_tokens: input },
      sidechain: agent !== undefined,
      more: {
        ...attribution,
        agentId: agent,
        attributionSkill: attributionSkill === undefined ? undefined : `skill-${attributionSkill}`,
      },
    });
  });
