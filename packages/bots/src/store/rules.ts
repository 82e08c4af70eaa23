/**
 * Words that leave no doubt about an intent, whatever stands around them.
 *
 * @module
 */

/** A person is wanted. */
export const OPERATOR = [
  /(?<!\p{L})оператор(?:а|у|ом|ы)?(?!\p{L})/iu,
  /(?<!\p{L})(?:жив(?:ой|ого|ым)|реальн(?:ый|ого|ым)) (?:человек|сотрудник|люд)\p{L}*/iu,
  /(?<!\p{L})с (?:жив\p{L}+ )?человеком(?!\p{L})/iu,
  /(?<!\p{L})(?:позов|соедин|переключ|перевед)\p{L}*(?: \p{L}+){0,2} (?:человек|менеджер|сотрудник|люд|специалист|консультант)\p{L}*/iu,
  /(?<!\p{L})(?:speak|talk|chat|connect me|put me through|transfer me)(?: \p{L}+){0,2} (?:to|with) (?:a |an |the |your |some |any )?(?:real |live |actual )?(?:human|person|operator|agent|manager|someone|somebody|representative|rep|staff|people|consultant)/iu,
  /(?<!\p{L})(?:human|live agent|real person)(?!\p{L})/iu,
];

/** What is under way is to be dropped. */
export const CANCEL = [
  /(?<!\p{L})отмен(?:ите|яйте|яем|ить|и|яю) (?:возврат|заявк|вс[её]|это)/iu,
  /(?<!\p{L})(?:не буду|не хочу|передумал\p{L}*) (?:уже |ничего |его |е[её] )?(?:возвращать|сдавать|оформлять)/iu,
  /(?<!\p{L})оставлю (?:его |е[её] |их )?себе/iu,
  /(?<!\p{L})cancel (?:it|this|that|the return|my return|the request|everything)(?!\p{L})/iu,
  /(?<!\p{L})(?:forget (?:it|about it|the return)|never ?mind|(?:i'?ll|i will|going to) keep it|(?:do ?n'?t|not) want to return)(?!\p{L})/iu,
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
  /(?<!\p{L})(?:оптом|оптов\p{L}+|коммерческ\p{L}+ предложени\p{L}+)(?!\p{L})/iu,
  /(?<!\p{L})(?:wholesale|in bulk|bulk order|quotation|price quote)(?!\p{L})/iu,
];

/** One order and where it is. */
export const ORDER_STATUS = [
  /(?<!\p{L})(?:статус|состояни|судьб)\p{L}*(?: \p{L}+){0,2} (?:заказ|посылк|доставк)\p{L}*/iu,
  /(?<!\p{L})где (?:же )?(?:мой |моя |мо[её] |наш\p{L}? )(?:заказ|посылк|товар|доставк)\p{L}*/iu,
  /(?<!\p{L})(?:status of (?:my|the|our) (?:order|parcel|package|delivery)|(?:order|parcel|package|delivery) status)(?!\p{L})/iu,
  /(?<!\p{L})where(?:'s| is|s)? (?:my|our|the) (?:order|parcel|package|delivery|stuff)(?!\p{L})/iu,
];
