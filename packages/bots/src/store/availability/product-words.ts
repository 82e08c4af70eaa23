/** Words that ask, greet or place; what is left names the product. */
const ABOUT_ASKING =
  /^(?:hi|hello|hey|good|morning|day|evening|please|pls|plz|thanks|thank|you|do|does|did|have|has|had|got|get|any|some|is|are|was|be|been|it|this|that|the|a|an|in|on|at|of|for|to|from|with|and|or|if|me|my|i|im|we|us|your|our|can|could|would|will|shall|how|much|many|what|whats|which|where|when|who|why|price|cost|costs|stock|stocks|stocked|available|availability|sell|selling|sold|out|left|still|there|back|again|tell|know|want|wanna|need|like|looking|look|buy|order|shop|store|stores|city|now|today|currently|right|one|ones|let|about|btw|by|way|also|pcs|piece|pieces|много|привет|здравствуйте|здрасьте|добрый|день|вечер|утро|пожалуйста|плиз|спасибо|а|и|в|во|на|у|с|со|к|по|за|из|от|до|ли|же|бы|не|нет|да|есть|был|была|было|быть|будет|вас|вам|вы|мне|меня|мы|нас|я|мой|это|этот|эта|эти|тот|та|те|он|она|оно|они|его|её|ее|их|что|чего|какой|какая|какие|какую|сколько|где|когда|почем|почём|цена|цену|стоит|стоят|стоимость|наличие|наличии|налич|доступен|доступна|продаете|продаёте|продается|продаётся|осталось|остался|осталась|остались|еще|ещё|снова|опять|уже|сейчас|сегодня|магазин|магазине|магазинах|магазины|город|городе|хочу|хотел|хотела|нужен|нужна|нужно|нужны|купить|заказать|подскажите|скажите|можно|ищу|интересует|интересуют|кстати|шт|штук|штуки|как|поступит|появится|появятся|поступление|узнать|насчет|насчёт|про|имеется|имеются|вообще|там|тут|ваш|ваша|ваше|ваши|вашем|наш|какого|каком|такой|такая|такие|такое)$/iu;

/**
 * What of the words may name a product. The catalog finds the product in them; this only tells whether there is one to look
 * for: "is it in stock?" names none.
 *
 * @returns The words as they are, without those that only ask; undefined when none is left.
 */
export function productWords(text: string): string | undefined {
  const words = text.slice(0, 500).match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? [];
  const left = words.filter((word) => !ABOUT_ASKING.test(word.replaceAll("-", "")));
  return left.length === 0 ? undefined : left.join(" ");
}
