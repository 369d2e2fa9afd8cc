// The `usage` of a message, and of its one iteration.
import { count, countField, isText } from "./fields";
import { escaped, key, next, opens, p, text, textLength, value } from "./json";

// What was read. 64 bits: sums of counts must not overflow.
export let input: u32 = 0;
export let output: u32 = 0;
export let read: u32 = 0;
export let written: i64 = 0;
export let isSplit: bool = false;
export let written5m: i64 = 0;
export let written1h: i64 = 0;
export let searches: u32 = 0;
export let isFast: bool = false;
export let isUs: bool = false;
export let isBatch: bool = false;

// Which members there have been: of two with one name JSON.parse takes the last, so a second one is left to it.
let met: u32 = 0;

function meets(bit: u32): bool {
  const isFirst = (met & bit) == 0;
  met |= bit;
  return isFirst;
}

/** A `usage` object; `p` is at its brace. */
export function usage(): bool {
  input = 0;
  output = 0;
  read = 0;
  written = 0;
  isSplit = false;
  written5m = 0;
  written1h = 0;
  searches = 0;
  isFast = false;
  isUs = false;
  isBatch = false;
  met = 0;
  if (!opens(0x7d)) return true;
  while (true) {
    if (!key() || escaped || !member()) return false;
    const more = next(0x7d);
    if (more != 1) return more == 0;
  }
}

function member(): bool {
  switch (textLength) {
    case 5:
      if (isText("speed")) return served(1);
      break;
    case 10:
      if (isText("iterations")) return iterations();
      break;
    case 12:
      if (isText("input_tokens")) return counted(8);
      if (isText("service_tier")) return served(4);
      break;
    case 13:
      if (isText("output_tokens")) return counted(16);
      if (isText("inference_geo")) return served(2);
      break;
    case 14:
      if (isText("cache_creation")) return split();
      break;
    case 15:
      if (isText("server_tool_use")) return tools();
      break;
    case 23:
      if (isText("cache_read_input_tokens")) return counted(64);
      break;
    case 27:
      if (isText("cache_creation_input_tokens")) return counted(32);
      break;
  }
  return value(0);
}

function counted(bit: u32): bool {
  if (!meets(bit) || !countField()) return false;
  if (bit == 8) input = count;
  else if (bit == 16) output = count;
  else if (bit == 32) written = count;
  else read = count;
  return true;
}

function served(bit: u32): bool {
  if (!meets(bit)) return false;
  if (load<u8>(p) != 0x22) return value(0);
  if (!text() || escaped) return false;
  if (bit == 1) isFast = isText("fast");
  else if (bit == 2) isUs = isText("us");
  else isBatch = isText("batch");
  return true;
}

function split(): bool {
  if (!meets(128)) return false;
  if (load<u8>(p) != 0x7b) return value(0);
  isSplit = true;
  if (!opens(0x7d)) return true;
  while (true) {
    if (!key() || escaped) return false;
    if (isText("ephemeral_5m_input_tokens")) {
      if (!meets(256) || !countField()) return false;
      written5m = count;
    } else if (isText("ephemeral_1h_input_tokens")) {
      if (!meets(512) || !countField()) return false;
      written1h = count;
    } else if (!value(0)) return false;
    const more = next(0x7d);
    if (more != 1) return more == 0;
  }
}

function tools(): bool {
  if (!meets(1024)) return false;
  if (load<u8>(p) != 0x7b) return value(0);
  if (!opens(0x7d)) return true;
  while (true) {
    if (!key() || escaped) return false;
    if (isText("web_search_requests")) {
      if (!meets(2048) || !countField()) return false;
      searches = count;
    } else if (!value(0)) return false;
    const more = next(0x7d);
    if (more != 1) return more == 0;
  }
}

// One "message" iteration says what the top level says and changes nothing, as long as its counts are counts.
function iterations(): bool {
  if (!meets(4096)) return false;
  if (load<u8>(p) != 0x5b) return value(0);
  return !opens(0x5d) || (load<u8>(p) == 0x7b && iteration() && next(0x5d) == 0);
}

function iteration(): bool {
  let isMessage = false;
  if (!opens(0x7d)) return false;
  while (true) {
    if (!key() || escaped) return false;
    if (isText("type")) {
      if (isMessage || load<u8>(p) != 0x22 || !text() || escaped || !isText("message")) return false;
      isMessage = true;
    } else if (!checked()) return false;
    const more = next(0x7d);
    if (more != 1) return more == 0 && isMessage;
  }
}

// A member of an iteration: counts are looked at and forgotten.
function checked(): bool {
  if (isText("input_tokens") || isText("output_tokens")) return countField();
  if (isText("cache_read_input_tokens") || isText("cache_creation_input_tokens")) return countField();
  if (isText("cache_creation") || isText("server_tool_use")) return checkedCounts();
  return value(0);
}

function checkedCounts(): bool {
  if (load<u8>(p) != 0x7b) return value(0);
  if (!opens(0x7d)) return true;
  while (true) {
    if (!key() || escaped) return false;
    const isCount =
      isText("ephemeral_5m_input_tokens") || isText("ephemeral_1h_input_tokens") || isText("web_search_requests");
    if (!(isCount ? countField() : value(0))) return false;
    const more = next(0x7d);
    if (more != 1) return more == 0;
  }
}
