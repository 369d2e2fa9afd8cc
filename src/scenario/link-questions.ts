import type { OwnHardware } from "../pricing/own-hardware.ts";
import { choiceCodec, numberCodec, recordCodec, switchCodec } from "./codec.ts";
import { catalogModelCodec, type LinkField, type LinkFields } from "./link-fields.ts";
import {
  type AppLevers,
  type CallQuestion,
  QUESTION_RANGES,
  type QuestionNumber,
  type Questions,
  type VendorsQuestion,
} from "./questions.ts";

const ranged = (range: QuestionNumber) => numberCodec(QUESTION_RANGES[range]);

/** The fields of the smaller questions, the levers of an app apart. Version 1. */
export const QUESTION_FIELDS: LinkFields<Omit<Questions, "app">> = {
  call: {
    key: "qc",
    codec: recordCodec<CallQuestion>({
      promptTokens: ranged("promptTokens"),
      outputTokens: ranged("outputTokens"),
      thinkingTokens: ranged("outputTokens"),
      cachedPercent: ranged("sharePercent"),
      batch: switchCodec,
      callsPerMonth: ranged("callsPerMonth"),
      model: catalogModelCodec,
    }),
  },
  vendors: { key: "qv", codec: recordCodec<VendorsQuestion>({ tokensPercent: ranged("tokensPercent") }) },
  hardware: {
    key: "qh",
    codec: recordCodec<OwnHardware>({
      pricePerHour: ranged("hourUsd"),
      hoursPerMonth: ranged("hoursPerMonth"),
      promptTokensPerSecond: ranged("tokensPerSecond"),
      outputTokensPerSecond: ranged("tokensPerSecond"),
      utilisationPercent: ranged("utilisationPercent"),
      peopleHours: ranged("peopleHours"),
      peoplePricePerHour: ranged("hourUsd"),
    }),
  },
};

const share = (key: string): LinkField<AppLevers["batch"]> => ({
  key,
  codec: recordCodec({ on: switchCodec, percent: ranged("sharePercent") }),
});

/** The levers of an app, each with its switch in front. */
export const APP_LEVER_FIELDS: LinkFields<AppLevers> = {
  outputCap: { key: "qo", codec: recordCodec({ on: switchCodec, tokens: ranged("capTokens") }) },
  trimming: share("qt"),
  prefix: {
    key: "qp",
    codec: recordCodec<AppLevers["prefix"]>({
      on: switchCodec,
      tokens: ranged("promptTokens"),
      lifetime: choiceCodec(["5m", "1h"]),
      arrival: choiceCodec(["steady", "bursts"], { steady: "even", bursts: "burst" }),
      burstCalls: ranged("burstCalls"),
      burstMinutes: ranged("burstMinutes"),
    }),
  },
  batch: share("qb"),
  localCache: share("ql"),
  smaller: {
    key: "qs",
    codec: recordCodec({ on: switchCodec, percent: ranged("sharePercent"), model: catalogModelCodec }),
  },
};
