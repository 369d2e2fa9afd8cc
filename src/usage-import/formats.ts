import { adminUsageFormat } from "./admin-usage.ts";
import { apiUsageFormat } from "./api-usage.ts";
import { ccusageFormat } from "./ccusage.ts";
import { costTextFormat } from "./cost-text.ts";
import { resultEnvelopeFormat } from "./result-envelope.ts";
import { sessionLogFormat } from "./session-log.ts";
import type { UsageFormat } from "./usage-format.ts";

/**
 * Every form in which usage is read; the first that knows a text reads it. The order matters once: what `--output-format stream-json`
 * prints has the lines of a log in it, and its own result states more than they do.
 */
export const usageFormats: readonly UsageFormat[] = [
  costTextFormat,
  ccusageFormat,
  resultEnvelopeFormat,
  adminUsageFormat,
  apiUsageFormat,
  sessionLogFormat,
];
