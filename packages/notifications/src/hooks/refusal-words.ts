type Language = "en" | "ru";

/** What is in braces stands in the refusal's values. The English ones are answered to the sender. */
const ENGLISH = {
  not_proven: "The post does not prove that its sender was given this hook",
  came_before: "The post came before: each signed post is taken once",
  not_signed: "The post is not signed: it has no header {header}",
  no_time: "The post does not say when it was signed: it has no header {header}",
  wrong_signature: "The post's signature is not that of this hook's secret",
  unreadable_time: "The time of the post's signature is none",
  signed_ago: "The post was signed {seconds} s ago: {most} s are allowed",
  signed_ahead: "The post was signed {seconds} s ahead: {most} s are allowed",
  long_key: "The Idempotency-Key is longer than {most} characters",
  no_body: "The request has no body",
  many_fields: "The body has more than {most} fields",
  no_json: "The body is not readable JSON",
  many_values: "The body has more than {most} values",
  deep: "The body nests deeper than {most}",
  too_large: "The body is larger than the gateway takes",
  neither: "The body is neither JSON nor a form",
  no_notification: "The body is no notification of {source}{at}: {detail}",
  no_zabbix: "The body is no message of the media type for Zabbix{at}: {detail}",
  zabbix_names_none: "The message of Zabbix names no problem at event_name: import the media type anew",
  no_object: "The body is no object of JSON, so nothing in it has a name",
  no_title: "The body has no title at {path}: that is where this source says it is",
  no_error: "The body is no error of Sentry: it has no title or no id of an issue",
  no_metric: "The body is no metric alert of Sentry: it has no title or no id",
} as const;

export type PostFault = keyof typeof ENGLISH;

/** What a reader of forms says of a field by itself is English, and left out. */
const RUSSIAN: Readonly<Record<PostFault, string>> = {
  not_proven: "Отправитель не доказал, что этот источник его: секрета нет, или он другой",
  came_before: "Такое сообщение уже приходило: каждое подписанное принимается один раз",
  not_signed: "Сообщение не подписано: нет заголовка {header}",
  no_time: "Неизвестно, когда сообщение подписано: нет заголовка {header}",
  wrong_signature: "Подпись сделана не секретом этого источника",
  unreadable_time: "Время подписи не удалось прочитать",
  signed_ago: "Сообщение подписано {seconds} с назад, а можно не раньше чем за {most} с",
  signed_ahead: "Время подписи впереди на {seconds} с, а можно не больше чем на {most} с",
  long_key: "Idempotency-Key длиннее {most} символов",
  no_body: "Сообщение пустое",
  many_fields: "В сообщении больше {most} полей",
  no_json: "Это не JSON, который удалось бы прочитать",
  many_values: "В сообщении больше {most} значений",
  deep: "Вложенность сообщения больше {most}",
  too_large: "Сообщение больше, чем принимает шлюз",
  neither: "Это ни JSON, ни форма",
  no_notification: "Это не уведомление {source}: не подходит {place}",
  no_zabbix: "Это не сообщение нашего способа оповещения для Zabbix: не подходит {place}",
  zabbix_names_none: "В сообщении Zabbix нет названия проблемы в event_name: импортируйте способ оповещения заново",
  no_object: "Это не объект JSON, поэтому имён в нём нет",
  no_title: "Нет заголовка в {path}, а источник говорит, что он там",
  no_error: "Это не ошибка Sentry: нет заголовка или id",
  no_metric: "Это не оповещение Sentry о метрике: нет заголовка или id",
};

const WORDS: Readonly<Record<Language, Readonly<Record<PostFault, string>>>> = { en: ENGLISH, ru: RUSSIAN };
const ALL = { en: "the whole", ru: "всё целиком" } as const;

/** Why a post was refused, in a language. */
export function refusalWords(
  { code, values }: { code: PostFault; values: Readonly<Record<string, string | number>> },
  language: Language,
): string {
  const { place } = values;
  const shown: Readonly<Record<string, string | number>> = {
    ...values,
    place: place === undefined || place === "" ? ALL[language] : place,
    at: place === undefined || place === "" ? "" : ` at ${place}`,
  };
  return WORDS[language][code].replace(/\{(\w+)\}/g, (_, name: string) => String(shown[name] ?? ""));
}

export const isPostFault = (code: string): code is PostFault => Object.hasOwn(ENGLISH, code);
