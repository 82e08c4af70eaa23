import { inOwnLetters } from "@botdeck/dialog/dialogs";

import { goodbyePhrases } from "../phrases/goodbye.ts";
import { thanksPhrases } from "../phrases/thanks.ts";
import { bareWords, isNothingBut } from "../whole-message.ts";

/** As the bot's examples of thanks and leave put it, word for word. */
const PHRASES: ReadonlySet<string> = new Set(
  [thanksPhrases, goodbyePhrases].flatMap(({ en, ru }) => [...en, ...ru]).map(bareWords),
);

const PARTING =
  /(?<![\p{L}\p{N}'])(?:no|nope|nah|not (?:now|really|yet)|не(?= спасибо)|thanks?|thank you|thank u|thankyou|thx|tnx|cheers|bye|bye bye|good ?bye|see (?:you|ya)|cya|take care|that'?s (?:all|it|everything)|that is (?:all|it)|(?:that )?would be all|no(?:thing)? (?:else|more|need|other)|have a (?:good|nice|great|lovely) (?:day|one|evening|night|weekend)|good night|(?:much )?appreciated?|нет|неа|спасибо|спасибки|спасибочки|пасиб\p{L}*|спс|благодар(?:ю|ен|на|ствую)|мерси|пока|до (?:свидания|встречи|скорого|связи|завтра)|досвидания|(?:всего|хорошего|хороших|доброго|приятного|всех) (?:вам )?(?:доброго|хорошего|дня|вечера|выходных|благ)|спокойной ночи|доброй ночи|удачи|чао|не (?:надо|нужно)|(?:больше )?ничего(?: больше| не (?:надо|нужно))?|(?:больше )?вопросов (?:больше )?нет|на этом все|это все)(?![\p{L}\p{N}'])/u;
const FILLING =
  /(?<![\p{L}\p{N}'])(?:ok|okay|yes|so much|very much|a lot|for now|for (?:your|the|all|all the|all your) (?:help|answer|quick answer|information|info|time|support)|many|great|perfect|super|awesome|excellent|nice|lovely|wonderful|brilliant|cool|got it|all|all good|clear|i'm good|i|you|it|questions?|this|then|later|soon|helped|that|was|helpful|very|too|and|have a|ок|окей|да|хорошо|ладно|большое|большое человеческое|огромное|много|вам|вас|вы|мне|все|всем|очень|помогли|выручили|понял|поняла|понятно|ясно|отлично|супер|класс|круто|здорово|за (?:помощь|ответ|быстрый ответ|информацию|консультацию|работу|заботу|оперативность)|ну|и|уже|больше|тогда|жду|буду ждать|вопрос|решен|получилось)(?![\p{L}\p{N}'])/u;

/** "Thanks for nothing", "спасибо, не помогли": no word of thanks makes up for these. */
const COMPLAINING =
  /(?<![\p{L}\p{N}'])(?:no|not|(?:do|does|did|is|was|were|are|wo|would|could|ca|should|have|has)n['’]?t|never|nothing|but|useless|не|нет|но|ни|ничего|никак\p{L}*|зря|бесполез\p{L}*)(?![\p{L}\p{N}'])|\?/iu;

/** What words of thanks, leave or refusal are worth when nothing waits for them. */
export function farewellOf(written: string): "plain" | "with_more" | "complaint" {
  const text = inOwnLetters(written);
  if (text.includes("?")) return "complaint";
  if (PHRASES.has(bareWords(text)) || isNothingBut(text, PARTING, FILLING)) return "plain";
  return COMPLAINING.test(text) ? "complaint" : "with_more";
}
