/**
 * Words that leave no doubt about an intent, whatever stands around them.
 *
 * @module
 */

/** Who is asked whether it is a person does not want one by that. */
export const ABOUT_BOT = [
  /(?<!\p{L})(?:или|либо) (?:это |я |вы |ты |с )?(?:\p{L}+ )?(?:бот\p{L}*|робот\p{L}*|автомат\p{L}*|машин\p{L}{1,2}|программ\p{L}*|нейросет\p{L}*)(?!\p{L})[^.]*\?/iu,
  /(?<!\p{L})(?:вы|ты|это) (?:\p{L}+ )?(?:бот|робот|автоответчик)(?: или (?:\p{L}+ )?(?:человек|люди))?\s*\?/iu,
  /(?<!\p{L})or (?:is (?:it|this) |are you |am i talking to |with |to )?(?:a |an |just )*(?:\p{L}+ )?(?:bot|robot|machine|computer|ai)(?!\p{L})[^.]*\?/iu,
  /(?<!\p{L})(?:are you|is (?:this|it)|am i (?:talking|speaking|chatting|writing) (?:to|with)) (?:a |an |some )?(?:real |actual |live )?(?:human(?: being)?|person|man|woman|guy)(?!\p{L})[^.!]*\?/iu,
  /(?<!\p{L})(?:are you|is this) (?:a |an )?(?:ro)?bot(?: or (?:a )?(?:\p{L}+ )?(?:human|person))?\s*\?/iu,
];

/** Words that say that no person is wanted. */
const NO_PERSON =
  "(?:оператор\\p{L}*|человек\\p{L}*|менеджер\\p{L}*) (?:мне |пока |уже )?не (?:нуж|над|зов)|(?:не (?:нуж\\p{L}*|надо|зовите)|без) (?:мне )?(?:оператор|человек|менеджер)|no need to (?:talk|speak|chat|call)|(?:do ?n['o]?t|not) (?:need|want) (?:to (?:talk|speak)|an? (?:operator|human|person|manager))";
/** A person is wanted. */
export const OPERATOR = [
  /(?<!\p{L})(?:нуж(?:ен|на)|надо|дайте|можно|хочу) (?:\p{L}+ )?(?:человек|менеджер|сотрудник|консультант|оператор)\p{L}{0,2}(?!\p{L})/u,
  /(?<!\p{L})pozov\p{L}* (?:\p{L}+ )?(?:cheloveka|operatora|menedzhera)(?!\p{L})/u,
  // The shop's own, not a mobile operator or a carrier.
  /(?<!\p{L})(?<!(?:курьер\p{L}*|мобильн\p{L}*|сотов\p{L}*|почтов\p{L}*|туристическ\p{L}*) )оператор(?:а|у|ом|ы)?(?!\p{L})(?! (?:(?:мобильн|сотов|почтов)\p{L}* )?(?:связи|доставк\p{L}*|перевоз\p{L}*|почт\p{L}*|билайн|мтс|мегафон|теле2))/iu,
  /(?<!\p{L})(?:жив(?:ой|ого|ым)|реальн(?:ый|ого|ым)) (?:человек|сотрудник|люд)\p{L}*/iu,
  /(?<!\p{L})с (?:жив\p{L}+ )?человеком(?!\p{L})/iu,
  /(?<!\p{L})(?:позов|соедин|переключ|перевед)\p{L}*(?: \p{L}+){0,2} (?:человек|менеджер|сотрудник|люд|специалист|консультант|отдел|коллег|начальник|руководител|поддержк)\p{L}*/iu,
  /(?<!\p{L})(?:speak|talk|chat|connect me|put me through|transfer me)(?: \p{L}+){0,2} (?:to|with) (?:a |an |the |your |some |any )?(?:real |live |actual )?(?:human|person|operator|agent|manager|someone|somebody|representative|rep|staff|people|consultant)/iu,
  /(?<!\p{L})(?:live agent|real person|human (?:being|agent|operator|person|support|help|assistant))(?!\p{L})/iu,
  // "A human hair brush" is a product.
  /(?<![\p{L}-])(?<!are you (?:an? )?)human(?=\s*(?:$|[^\p{L}\p{N}\s-])|\s+(?:please|pls|now|here|asap|instead|who|and|not|right|thanks|i|to (?:talk|speak|chat|help))(?!\p{L}))/iu,
].map(unless(NO_PERSON));

/** Who does not want one thing may want another: "не хочу сдавать в сервис, хочу вернуть деньги" cancels nothing. */
const ANOTHER_WISH =
  "(?<!не )(?:хочу|хотел\\p{L}*|хотим)(?! (?:оставить|отменить))|верните|обмен\\p{L}*|замен\\p{L}*|статус\\p{L}*|где|когда|подскаж\\p{L}*|скажите|status|where|when|track|tell me|(?:i'd|i would|we would) like|exchange\\p{L}*|refund\\p{L}*|replace\\p{L}*|(?<!(?:not|n'?t) )want";
const andNothingElse = unless(`(?:${ANOTHER_WISH})(?!\\p{L})`);

/** What is under way is to be dropped. */
export const CANCEL = [
  /^\P{L}*(?:да|ну|yes|yeah)?\P{L}*(?:отмена|отменяйте|отмените|отменить|cancel|drop it)(?:\P{L}+(?:please|пожалуйста|плиз|спасибо|thanks))?\P{L}*$/iu,
  /(?<!\p{L})отмен(?:ите|яйте|яем|ить|и|яю) (?:возврат|заявк|вс[её]|это)/iu,
  andNothingElse(
    /(?<!\p{L})(?:не буду|не хочу|передумал\p{L}*) (?:уже |ничего |его |е[её] )?(?:возвращать|сдавать|оформлять)(?! в (?:сервис|ремонт))/u,
  ),
  /(?<!\p{L})оставлю (?:его |е[её] |их )?себе/iu,
  /(?<!\p{L})cancel (?:it|this|that|the return|my return|the request|everything)(?!\p{L})/iu,
  /(?<!\p{L})(?:forget (?:it|about it|the return)|never ?mind|(?:i'?ll|i will|going to) keep it)(?!\p{L})/iu,
  andNothingElse(/(?<!\p{L})(?:do ?n'?t|not) want to return(?!\p{L})/u),
];

/** How returns work, rather than one of them. */
export const RETURN_POLICY = [
  /(?<!\p{L})(?:услови\p{L}*|правил\p{L}*|политик\p{L}*|срок\p{L}*|сколько дней|сколько времени)(?: \p{L}+){0,4} (?:возврат\p{L}*|вернуть|сдать|обмен\p{L}*)/iu,
  /(?<!\p{L})(?:возврат\p{L}*|вернуть|сдать)(?: \p{L}+){0,3} (?:услови\p{L}*|правил\p{L}*|срок\p{L}*|сколько дней)/iu,
  /(?<!\p{L})(?:return|refund|exchange)s? (?:policy|period|window|terms|conditions|rules)/iu,
  /(?<!\p{L})how (?:many days|long)(?: \p{L}+){0,5} return/iu,
];

/** Somebody buys as a business does. */
export const PURCHASE = [
  /(?<!\p{L})bulk(?: \p{L}+)? (?:price|pricing|discount|purchase|deal)s?(?!\p{L})/iu,
  /(?<!\p{L})(?:оптом|оптов\p{L}+|коммерческ\p{L}+ предложени\p{L}+)(?!\p{L})/iu,
  /(?<!\p{L})(?:wholesale|in bulk|bulk order|quotation|price quote)(?!\p{L})/iu,
];

/** One order and where it is. */
export const ORDER_STATUS = [
  /^\P{L}*(?:(?:my|the|about my|по) )?(?:orders?|заказ|заказу|мой заказ|посылка|parcel)\P{L}*$/iu,
  /(?<!\p{L})(?:статус|состояни|судьб)\p{L}*(?: \p{L}+){0,2} (?:заказ|посылк|доставк)\p{L}*/iu,
  /(?<!\p{L})где (?:же )?(?:мой |моя |мо[её] |наш\p{L}? )(?:заказ|посылк|товар|доставк)\p{L}*/iu,
  /(?<!\p{L})(?:status of (?:my|the|our) (?:order|parcel|package|delivery)|(?:order|parcel|package|delivery) status)(?!\p{L})/iu,
  /(?<!\p{L})where(?:'s| is|s)? (?:my|our|the) (?:order|parcel|package|delivery|stuff)(?!\p{L})/iu,
];

/** The same rule, but for messages that hold such words anywhere; `words` is the source of an expression. */
function unless(words: string): (rule: RegExp) => RegExp {
  return ({ source }) => new RegExp(`^(?!.*(?<!\\p{L})(?:${words})).*?${source}`, "isu");
}
