import { inOwnLetters, type Said } from "@botdeck/dialog/dialogs";

import { yesPhrases } from "./phrases/yes.ts";
import { bareWords, isNothingBut } from "./whole-message.ts";

const AGREEING =
  /(?<![\p{L}\p{N}'])(?:y|yes+|yea|yea+h|yep|yup|sure(?: thing)?|ok|okay|okey|k|right|correct|exactly|confirm(?:ed)?|agreed?|of course|absolutely|definitely|certainly|fine|go (?:ahead|on)|do it|send(?: it)?|submit(?: it)?|no problem|sounds good|(?:(?:tell|notify) me|let me know)(?: (?:when|once|if) (?:it'?s (?:back|there|in stock|available)|it (?:arrives|comes(?: back)?)))?|(?:that|it|this|everything|all) is (?:correct|right|fine|good)|(?:все|так) (?:так|верно)|так и есть|да+|ага|угу|конечно|верно|правильно|именно|точно|безусловно|разумеется|ок|окей|хорошо|ладно|подтвержда(?:ю|ем)|подтвердить|соглас(?:ен|на|ны)|давай(?:те)?|отправ(?:ляй(?:те)?|ляем|ь(?:те)?)|оформ(?:ляй(?:те)?|ляем|и(?:те)?)|(?:сообщите?|уведомите?|напишите?|дайте знать)(?: мне)?(?: (?:когда|как|если)(?: только)? (?:появится|поступит|будет|привезут|завезут))?|(?:не против|не возражаю)|без проблем)(?![\p{L}\p{N}'])/u;
const FILLING =
  /(?<![\p{L}\p{N}'])(?:please|pls|plz|thanks|thank you|thx|very much|so much|a lot|good|great|perfect|all|everything|it|it's|looks|that|that's|this|i|am|i'm|we|then|now|and|the|return|request|пожалуйста|плиз|спасибо|спс|благодарю|большое|все|это|так|я|мы|вы|меня|мне|ну|и|вот|же|уже|тогда|там|заявк[уа]|возврат|отправить|оформить|сообщить|буду|хочу|очень|отлично|супер|жду)(?![\p{L}\p{N}'])/u;

/** As the bot's examples of agreement put it, word for word; what has no words agrees with nothing. */
const PHRASES: ReadonlySet<string> = new Set([...yesPhrases.en, ...yesPhrases.ru].map(bareWords).filter(Boolean));
const NOD = /^\s*(?:\+|👍|👌|✅)+\s*$/u;

const NO = /^(?:n|no|nope|nah|not|net|wrong|incorrect|нет|неа|не|неверно|неправильно)(?!\p{L})/iu;
/** Wherever they stand: "хорошо, не надо", "ok no thanks". */
const REFUSING =
  /(?<![\p{L}\p{N}'])(?:no thanks?|no thank you|no need|do(?: not|n'?t) bother|not needed|нет|не надо|не нужно|не стоит|не хочу)(?![\p{L}\p{N}'])/u;

/** Below this a guess is no answer. */
const LEAST_CONFIDENCE = 0.5;
const MOST_CHARACTERS = 40;

/**
 * True for words that agree and say nothing else: what follows a yes is done at once, so a change, a question or a doubt
 * behind it makes it none, however sure a guess is.
 */
export const isYes = ({ text: written }: Said): boolean => {
  const text = inOwnLetters(written);
  return (
    !text.includes("?") && (NOD.test(text) || PHRASES.has(bareWords(text)) || isNothingBut(text, AGREEING, FILLING))
  );
};

/** True for words that refuse. */
export const isNo = (said: Said): boolean => !isYes(said) && (isRefusal(inOwnLetters(said.text)) || isProbablyNo(said));

const isRefusal = (text: string): boolean => NO.test(text.trim()) || REFUSING.test(bareWords(text));

function isProbablyNo({ text, understood, sure }: Said): boolean {
  const [best] = understood.intents;
  const isLikely = best?.intent === "no" && best.confidence >= LEAST_CONFIDENCE;
  return sure === "no" || (isLikely && text.length < MOST_CHARACTERS);
}
