import type { Said } from "@botdeck/dialog/dialogs";

const YES =
  /^(?:y|yes|yep|yeah|yup|sure|ok|okay|right|correct|exactly|confirm\p{L}*|all (?:good|correct|right)|да|ага|угу|конечно|верно|все верно|всё верно|правильно|ок|окей|хорошо|подтвержд\p{L}*|согла\p{L}*|давай\p{L}*|точно|все так|всё так)(?!\p{L})/iu;
const NO = /^(?:n|no|nope|nah|not|wrong|incorrect|нет|неа|не|неверно|неправильно)(?!\p{L})/iu;

/** Behind these a yes is none: "yes, but the number is wrong", "да нет". */
const BUT = /(?<!\p{L})(?:but|except|however|но|только|кроме|да нет)(?!\p{L})/iu;
/** Below this a guess is no answer to something that is done at once. */
const LEAST_CONFIDENCE = 0.5;
const MOST_CHARACTERS = 40;

/** True for words that agree. */
export const isYes = (said: Said): boolean =>
  !BUT.test(said.text) && (YES.test(said.text.trim()) || means("yes", said));

/** True for words that refuse. */
export const isNo = (said: Said): boolean => NO.test(said.text.trim()) || means("no", said);

function means(intent: "yes" | "no", { text, understood, sure }: Said): boolean {
  const [best] = understood.intents;
  const isLikely = best?.intent === intent && best.confidence >= LEAST_CONFIDENCE;
  return sure === intent || (isLikely && text.length < MOST_CHARACTERS);
}
