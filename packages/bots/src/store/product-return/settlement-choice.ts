import { isNothingBut } from "../whole-message.ts";

const REFUND =
  /(?<!\p{L})(?:refund(?:s|ed)?|money|cash|(?:to|on) (?:my|the) card|деньг\p{L}*|денег|средств\p{L}*|возврат(?:а|у|ом)?|на карту)(?!\p{L})/iu;
const EXCHANGE =
  /(?<!\p{L})(?:exchang(?:e|ed|ing)|swap|replace(?:ment|d)?|обмен(?:а|у|ом|ять|яй\p{L}*|и\p{L}*)?|замен(?:а|у|ить|и|ите|яй\p{L}*)|поменя(?:ть|й|йте|ем))(?!\p{L})/iu;
/** Kinds that mean something else among more words: "a new question", "вернусь с другим вопросом". */
const BARE_REFUND = /(?<!\p{L})(?:верн(?:уть|и|ите))(?!\p{L})/u;
const BARE_EXCHANGE = /(?<!\p{L})(?:another(?: one)?|new(?: one)?|друг(?:ой|ую|ое)|нов(?:ый|ую|ое))(?!\p{L})/u;
const FILLING =
  /(?<![\p{L}'])(?:i|i'd|want|would|like|prefer|rather|give|me|a|the|please|thanks|ok|yes|да|хочу|хотел|хотела|бы|лучше|давай|давайте|на|мне|пожалуйста|спасибо|тогда|просто|мой|такой|такую|такое|же)(?![\p{L}'])/u;
const UNDECIDED =
  /(?<!\p{L})(?:no|not|(?:do|does|did|is|was|were|are|wo|would|could|ca|should|have|has)n['’]?t|never|without|neither|rather than|instead of|не|нет|ни|без)(?!\p{L})|\?/iu;

/** Which of the two words name; null when they name both, refuse one, or ask: the money goes only where it was asked for. */
export function settlementIn(text: string): "refund" | "exchange" | null {
  if (UNDECIDED.test(text)) return null;
  const isRefund = REFUND.test(text) || isNothingBut(text, BARE_REFUND, FILLING);
  const isExchange = EXCHANGE.test(text) || isNothingBut(text, BARE_EXCHANGE, FILLING);
  if (isRefund === isExchange) return null;
  return isRefund ? "refund" : "exchange";
}
