/** Links, and names of accounts. */
export const LINK = /(?:https?:\/\/|www\.)[^\s<>"'\]]+/giu;
export const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
export const ACCOUNT = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_]{3,}/gu;

const HOUSE = String.raw`(?:д(?:ом\p{L}*|\.)?|кв(?:артир\p{L}*|\.)?|к(?:орп\p{L}*|\.)|стр(?:оен\p{L}*|\.)|подъезд\p{L}*|этаж\p{L}*|оф(?:ис\p{L}*|\.))`;
const STREET_RU = String.raw`(?:ул(?:иц\p{L}*|\.)?|просп(?:ект\p{L}*|\.)|пр-т|пр\.|пер(?:еул\p{L}*|\.)|шоссе|бульвар\p{L}*|б-р|наб(?:ережн\p{L}*|\.)|проезд\p{L}*|площад\p{L}*|пл\.)`;
const STREET_EN = "(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|square|sq|boulevard|blvd)";

/** A street with its house, as people write addresses. */
export const ADDRESS_RU = new RegExp(
  String.raw`(?<!\p{L})${STREET_RU}\s*[\p{L}\d][\p{L}\d .-]{1,40}?(?:,?\s*${HOUSE}?\s*№?\s*\d+\p{L}?(?:\/\d+)?(?![\p{L}\d]))+`,
  "giu",
);
export const ADDRESS_EN = new RegExp(
  String.raw`(?<![\p{L}\d])\d+[a-z]?,?\s+(?:[\p{L}'-]+\s+){1,3}${STREET_EN}(?!\p{L})\.?(?:,?\s*(?:apt|flat|apartment|unit|room|office)\.?\s*#?\d+\w?)?`,
  "giu",
);

/** Digits, with what people write between those of one number. */
export const DIGIT_GROUP = /\+?\d+(?:[ \u00A0().–-]{1,2}\d+)*/gu;
