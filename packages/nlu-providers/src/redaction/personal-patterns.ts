/** What stands in the place of something personal. No digits, so that nothing is masked twice. */
type Mask = "[link]" | "[email]" | "[contact]" | "[secret]" | "[number]" | "[name]" | "[address]";

const WORD = String.raw`[\p{L}\p{M}'’-]{2,40}`;
const TITLED = String.raw`\p{Lu}[\p{L}\p{M}'’-]{1,40}`;
/** What people put between a cue and what it announces; no placeholder. */
const THEN = String.raw`[^\p{L}\d\n[]{1,4}`;
/** What goes on behind a first name in small letters, and is no surname. */
const GOES_ON = String.raw`(?!(?:и|а|но|я|у|в|на|не|мне|мой|моя|мое|где|как|когда|что|хочу|можно|вы|это|and|but|i|i'm|the|my|where|how|when|what|can|could|please|is|it)(?![\p{L}]))`;
const ALONE = String.raw`(?<![\p{L}\d])`;
const ZONES = "ru|рф|su|com|net|org|info|biz|io|me|app|dev|shop|store|site|online|by|kz|ua|uz|de|uk|fr|eu|us";
const AT = String.raw`(?: ?@ ?|[ (\[{<]{1,2}(?:at|собака|dog)[ )\]}>]{1,2})`;
const DOT = String.raw`(?: ?\. ?|[ (\[{<]{1,2}(?:dot|точка)[ )\]}>]{1,2})`;
const NUMBER_WORD =
  "(?:ноль|один|одна|два|две|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|двенадцать|\\p{L}{3,7}надцать|двадцать|тридцать|сорок|\\p{L}{4,6}десят|девяносто|сто|двести|триста|четыреста|\\p{L}{4,6}сот|zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}{3,6}teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|double|triple|плюс|plus)";

/**
 * What is personal by its form, whatever the language of the text, in the order in which it is taken out. Made for a text
 * without look-alike digits, invisible signs and odd blanks; each repetition has an end, so that no text takes long.
 */

type MaskedPatterns = readonly (readonly [RegExp, Mask])[];

/** Four digits and more, however they are parted by what is no letter: phones, cards, passports, dates of birth. */
export const DIGITS = /[+(]{0,2}\d(?:[^\p{L}\d]{0,3}\d){3,60}/gu;

/** Taken out before any number, since they may have numbers in them. */
export const ADDRESSES_AND_SECRETS: MaskedPatterns = [
  // Addresses of links: with a scheme, with www, with a path, or with a zone that everybody knows.
  [/[a-z][a-z\d+.-]{1,15}:\/\/\S{1,2000}/giu, "[link]"],
  [/(?<![\p{L}\d])www\.\S{1,2000}/giu, "[link]"],
  [
    new RegExp(String.raw`[\p{L}\p{M}\d._%+'-]{1,64}${AT}[\p{L}\d-]{1,63}(?:${DOT}[\p{L}\d-]{1,63}){1,4}`, "giu"),
    "[email]",
  ],
  [/[\p{L}\d._%+-]{1,64}@[\p{L}\d.-]{1,200}/giu, "[email]"],
  [/@[\p{L}\d_.]{2,64}/giu, "[contact]"],
  [
    new RegExp(
      String.raw`${ALONE}[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,4}\.(?:${ZONES})(?![\p{L}\d])(?:[/?#:]\S{0,2000})?`,
      "giu",
    ),
    "[link]",
  ],
  [/(?<![\p{L}\d])(?=[\d.-]{0,100}\p{L})[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}\/\S{0,2000}/giu, "[link]"],
  [
    new RegExp(
      String.raw`(?<=${ALONE}(?:пароль|пин|пин-код|код из (?:смс|sms)|password|passcode|pin|cvv|cvc|token|токен|(?:api|secret)[ _-]?key)(?:[ :=-]{1,3}|${THEN}(?:это|is)[ :]{1,2}))[^\s,;]{3,200}`,
      "giu",
    ),
    "[secret]",
  ],
];

export const NUMBERS_AND_NAMES: MaskedPatterns = [
  // Letters and digits in one word: account numbers, plates, tokens; also digits with letters put between them.
  [/(?<![\p{L}\d])(?=(?:[\p{L}_-]{0,40}\d){3})[\p{L}\d_-]{3,200}/gu, "[number]"],
  [/\d(?:[^\d\n]{0,2}\d){6,60}/gu, "[number]"],
  [new RegExp(`${ALONE}${NUMBER_WORD}(?:[ ,.-]{1,3}${NUMBER_WORD}){3,40}(?![\\p{L}\\d])`, "giu"), "[number]"],
  // Streets and what stands behind them.
  [
    new RegExp(
      String.raw`${ALONE}(?:ул\.?|улиц\p{L}{1,2}|пр-?к?т\.?|проспект\p{L}{0,2}|пер\.|переул\p{L}{2,4}|бульвар\p{L}{0,2}|шоссе|наб\.|набережн\p{L}{2,3}|площад\p{L}{1,2})[ ,]{1,2}${WORD}(?: ${TITLED}){0,2}(?:[ ,]{1,2}(?:д\.?|дом\p{L}{0,2}|кв\.?|квартир\p{L}{1,2}|корп\.?|корпус\p{L}{0,2}|стр\.?)?[ .]{0,2}\d{1,4}\p{L}?(?![\p{L}\d])){0,3}`,
      "giu",
    ),
    "[address]",
  ],
  [
    /\d{1,4} (?:\p{Lu}\p{L}{1,30} ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Square|Boulevard|Blvd)(?!\p{L})/gu,
    "[address]",
  ],
  // A name from the father's has its own, and often the first one, beside it.
  [
    new RegExp(
      String.raw`${ALONE}(?:${WORD} ){0,2}[\p{L}]{2,20}(?:ович|евич|ьич|овна|евна|ична|инична)(?:а|у|ем|е|ы|ой)?(?![\p{L}])(?: ${TITLED})?`,
      "gu",
    ),
    "[name]",
  ],
  // Behind a cue: two words whatever their letters, and those that follow with a capital.
  [
    new RegExp(
      String.raw`(?<=${ALONE}(?:[Мм]еня (?:зовут|звать)|[Зз]овут меня|[Мм]о[её] имя|[Мм]оя фамилия|[Ии] фамилия|[Фф]амилия|ФИО|фио|[Mm]y (?:full |last |first |sur)?name is|[Mm]y name's|[Cc]all me|[Ss]urname|(?:[Ll]ast|[Ff]irst|[Ff]ull) [Nn]ame|NAME IS|МЕНЯ ЗОВУТ)${THEN})${WORD}(?: ${GOES_ON}${WORD})?(?:[ .,]{1,2}${TITLED}\.?){0,3}`,
      "gu",
    ),
    "[name]",
  ],
  // Whom a parcel, a bill or a letter is for: only when it is written as a name.
  [
    new RegExp(
      String.raw`(?<=${ALONE}(?:[Пп]олучател\p{L}{1,2}|[Нн]а имя|[Оо]т имени|[Зз]аказчик\p{L}{0,2}|[Кк]лиент\p{L}{0,2}|[Ии]мя|[Nn]ame|[Rr]ecipient|[Cc]ustomer|[Uu]nder the name|Mr|Mrs|Ms|Dr|[Гг]осподин|[Гг]оспожа|[Рр]egards|[Уу]важением)${THEN}(?:of )?)${TITLED}(?:[ .]{1,2}${TITLED}\.?){0,3}`,
      "gu",
    ),
    "[name]",
  ],
  // Initials: `Иванов И. И.`, `И.И. Иванов`.
  [new RegExp(String.raw`${ALONE}${TITLED} \p{Lu}\. ?\p{Lu}\.|${ALONE}\p{Lu}\. ?\p{Lu}\. ?${TITLED}`, "gu"), "[name]"],
];
