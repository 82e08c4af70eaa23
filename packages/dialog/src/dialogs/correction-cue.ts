/** How people begin when they take back what they told: "no, the number is …", "ой, перепутал". */
const CUE =
  /(?<!\p{L})(?:no|nope|not|wrong|sorry|oops|actually|rather|mistake|mistyped|typo|i meant|instead|correction|нет|не|ой|упс|ошиб\p{L}*|опечат\p{L}*|перепутал\p{L}*|точнее|вернее|имел\p{L}* в виду|исправ\p{L}*|неправильн\p{L}*|неверн\p{L}*)(?!\p{L})/iu;

/** True for words that may take something back. */
export const isCorrection = (text: string): boolean => CUE.test(text);
