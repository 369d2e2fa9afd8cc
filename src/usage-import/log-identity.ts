/** What a line has to be known by. */
export interface LineNames {
  readonly messageId: string | null;
  readonly requestId: string | null;
  readonly sessionId: string | null;
  /** The instant, or its text where it is none. */
  readonly timestamp: number | string | null;
  readonly uuid: string | null;
  /** The line itself. */
  readonly raw: string;
}

/**
 * What makes lines one response. The provider's own ids (`msg_…`) are unique everywhere, and copies of a session keep them; gateways
 * repeat theirs, so those count together with the request, or else with session and instant. Two identities never write the same.
 *
 * @example identityOf({ messageId: "msg_01", requestId: "req_1", … }) === identityOf({ messageId: "msg_01", requestId: null, … }) //=> true
 */
export function identityOf({ messageId, requestId, sessionId, timestamp, uuid, raw }: LineNames): string {
  if (messageId?.startsWith("msg_")) return messageId;
  if (messageId !== null && requestId !== null) return written("id and request", messageId, requestId);
  if (messageId !== null) return written("id", sessionId, messageId, timestamp);
  if (requestId !== null) return written("request", requestId);
  return uuid === null ? written("line", raw) : written("uuid", uuid);
}

// A JSON list, so that no id can pass for two.
function written(kind: string, ...names: readonly (string | number | null)[]): string {
  return JSON.stringify([kind, ...names]);
}
