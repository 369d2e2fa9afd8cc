// One line with "usage" in it: taken out into an event, passed by, or left to TypeScript.
import { amount, amountField, instant, instantIn, isText, textField } from "./fields";
import { blanks, escaped, key, moveTo, next, opens, p, text, textLength, value } from "./json";
import * as at from "./layout";
import * as u from "./usage";

let event: usize = 0;
let met: u32 = 0;
let isAssistant: bool = false;
let hasUsage: bool = false;
let isSidechain: bool = false;
let isStopped: bool = false;
let isDated: bool = false;
let isNeverSent: bool = false;
// The snake-case twin of sessionId, for lines that have no other.
const otherSession: usize = memory.data(16, 8);

function meets(bit: u32): bool {
  const isFirst = (met & bit) == 0;
  met |= bit;
  return isFirst;
}

/**
 * Reads the line at `from`, whose first byte is a brace and after which comes LF.
 * ROW: the event at `to` holds it; 0: it is no response; SLOW: TypeScript has to read it.
 */
export function readLine(from: usize, to: usize): u32 {
  event = to;
  met = 0;
  isAssistant = true;
  hasUsage = false;
  isSidechain = false;
  isStopped = false;
  isDated = false;
  isNeverSent = false;
  memory.fill(to + at.FLAGS, 0, at.EVENT_BYTES - at.FLAGS);
  store<u32>(otherSession, 0, 4);
  store<f64>(to + at.COST, -1);
  moveTo(from);
  if (!entry() || !ends()) return at.SLOW;
  if (!isAssistant || !hasUsage || isNeverSent) return 0;
  if (!hasProvidersId()) return at.SLOW;
  if (load<u32>(event + at.SESSION, 4) == 0) memory.copy(event + at.SESSION, otherSession, 12);
  writeUsage();
  return at.ROW;
}

function ends(): bool {
  let c = load<u8>(p);
  while (c == 0x20 || c == 0x09 || c == 0x0d || c == 0x00) {
    moveTo(p + 1);
    c = load<u8>(p);
  }
  return c == 0x0a;
}

// An id of the provider's own is all that makes lines one response.
function hasProvidersId(): bool {
  const id = load<u32>(event + at.ID);
  return load<u32>(event + at.ID, 4) >= 4 && load<u32>(id) == 0x5f67736d;
}

function entry(): bool {
  if (!opens(0x7d)) return true;
  while (true) {
    if (!key() || escaped || !member()) return false;
    const more = next(0x7d);
    if (more != 1) return more == 0;
  }
}

function member(): bool {
  switch (textLength) {
    case 4:
      if (isText("type")) return type();
      break;
    case 7:
      if (isText("message")) return meets(2) && (load<u8>(p) == 0x7b ? message() : value(0));
      if (isText("costUSD")) return meets(4) && cost();
      if (isText("version")) return meets(8) && textField(event + at.VERSION);
      if (isText("agentId")) return meets(16) && textField(event + at.AGENT);
      break;
    case 9:
      if (isText("sessionId")) return meets(32) && textField(event + at.SESSION);
      if (isText("timestamp")) return meets(64) && timestamp();
      break;
    case 10:
      if (isText("session_id")) return meets(128) && textField(otherSession);
      break;
    case 11:
      if (isText("isSidechain")) return meets(256) && sidechain();
      break;
    case 16:
      if (isText("attributionSkill")) return meets(512) && textField(event + at.SKILL);
      break;
    case 17:
      if (isText("attributionPlugin")) return meets(1024) && textField(event + at.PLUGIN);
      break;
    case 20:
      if (isText("attributionMcpServer")) return meets(2048) && textField(event + at.MCP_SERVER);
      break;
  }
  return value(0);
}

function type(): bool {
  if (!meets(1)) return false;
  if (load<u8>(p) != 0x22) {
    isAssistant = load<u8>(p) == 0x6e;
    return value(0);
  }
  if (!text() || escaped || isText("progress")) return false;
  isAssistant = isText("assistant");
  return true;
}

function cost(): bool {
  if (!amountField()) return false;
  store<f64>(event + at.COST, amount);
  return true;
}

function sidechain(): bool {
  isSidechain = load<u8>(p) == 0x74;
  return value(0);
}

function timestamp(): bool {
  if (load<u8>(p) != 0x22) return value(0);
  if (!text()) return false;
  if (textLength == 0) return true;
  if (escaped || !instantIn(p - 1 - textLength, textLength)) return false;
  isDated = true;
  store<f64>(event + at.AT, instant);
  return true;
}

function message(): bool {
  if (!opens(0x7d)) return true;
  while (true) {
    if (!key() || escaped || !messageMember()) return false;
    const more = next(0x7d);
    if (more != 1) return more == 0;
  }
}

function messageMember(): bool {
  switch (textLength) {
    case 2:
      if (isText("id")) return meets(4096) && textField(event + at.ID);
      break;
    case 5:
      if (isText("model")) return meets(8192) && model();
      if (isText("usage")) return meets(16384) && usageField();
      break;
    case 11:
      if (isText("stop_reason")) return meets(32768) && stopReason();
      break;
  }
  return value(0);
}

function model(): bool {
  const isWritten = load<u8>(p) == 0x22;
  if (!textField(event + at.MODEL)) return false;
  isNeverSent = isWritten && isText("<synthetic>");
  return true;
}

function usageField(): bool {
  hasUsage = load<u8>(p) == 0x7b;
  return hasUsage ? u.usage() : value(0);
}

function stopReason(): bool {
  if (load<u8>(p) != 0x22) return value(0);
  if (!text()) return false;
  isStopped = textLength > 0;
  return true;
}

function writeUsage(): void {
  const unsplit = u.isSplit ? max<i64>(0, u.written - u.written5m - u.written1h) : u.written;
  store<u32>(event + at.INPUT, u.input);
  store<u32>(event + at.WRITE_5M, <u32>(u.written5m + unsplit));
  store<u32>(event + at.WRITE_1H, <u32>u.written1h);
  store<u32>(event + at.READ, u.read);
  store<u32>(event + at.OUTPUT, u.output);
  store<u32>(event + at.SEARCHES, u.searches);
  let flags: u32 = 0;
  if (isSidechain) flags |= at.SIDECHAIN;
  if (isStopped) flags |= at.STOPPED;
  if (u.isFast) flags |= at.FAST;
  if (u.isUs) flags |= at.US;
  if (u.isBatch) flags |= at.BATCH;
  if (isDated) flags |= at.DATED;
  if (load<f64>(event + at.COST) >= 0) flags |= at.PRICED;
  store<u32>(event + at.FLAGS, flags);
}
