import type { Said } from "@botdeck/dialog/dialogs";

const YES =
  /^(?:y|yes|yep|yeah|yup|sure|ok|okay|right|correct|exactly|confirm\p{L}*|all (?:good|correct|right)|да|ага|угу|конечно|верно|все верно|всё верно|правильно|ок|окей|хорошо|подтвержд\p{L}*|согла\p{L}*|давай\p{L}*|точно|все так|всё так)(?!\p{L})/iu;
const NO = /^(?:n|no|nope|nah|not|wrong|incorrect|нет|неа|не\s|не$|неверно|неправильно)(?!\p{L})/iu;

/** True for words that agree. */
export const isYes = ({ text, understood, sure }: Said): boolean =>
  sure === "yes" || YES.test(text.trim()) || (understood.intents[0]?.intent === "yes" && text.length < 40);

/** True for words that refuse. */
export const isNo = ({ text, understood, sure }: Said): boolean =>
  sure === "no" || NO.test(text.trim()) || (understood.intents[0]?.intent === "no" && text.length < 40);
