import type { Severity } from "@botdeck/core";

type Language = "en" | "ru";

/** The words of a card about alerts. Whoever calls has made what people and systems wrote plain before. */
export type AlertTexts = {
  severity: Record<Severity, string>;
  state: string;
  since: string;
  sinceWhen: (at: string) => string;
  count: string;
  pending: string;
  firing: (firing: number, total: number) => string;
  recovered: (after: string) => string;
  acknowledged: (name: string) => string;
  silencedUntil: (at: string) => string;
  silencedUntilRecovery: string;
  forgotten: string;
  flapping: (times: number) => string;
  more: (count: number) => string;
  buttons: {
    ack: string;
    escalate: string;
    silence1h: string;
    silence4h: string;
    silenceMorning: string;
    silenceRecovery: string;
    ticket: string;
    open: string;
  };
  minutes: (minutes: number) => string;
};

const english: AlertTexts = {
  severity: { critical: "Critical", warning: "Warning", info: "For information" },
  state: "State",
  since: "Since",
  sinceWhen: (at) => `since ${at}`,
  count: "Alerts",
  pending: "It is watched whether it lasts.",
  firing: (firing, total) => (total > firing ? `${firing} firing of ${total}` : `${firing} firing`),
  recovered: (after) => `Recovered after ${after}.`,
  acknowledged: (name) => `Acknowledged by ${name}.`,
  silencedUntil: (at) => `Silenced until ${at}.`,
  silencedUntilRecovery: "Silenced until it recovers.",
  forgotten: "It has not recovered for 30 days: nobody is paged for it any more.",
  flapping: (times) => `It comes and goes: ${times} times lately. Nobody is paged anew for each.`,
  more: (count) => `and ${count} more`,
  buttons: {
    ack: "Acknowledge",
    escalate: "Escalate",
    silence1h: "Silence 1 h",
    silence4h: "4 h",
    silenceMorning: "Until morning",
    silenceRecovery: "Until recovery",
    ticket: "Make a task",
    open: "Open the source",
  },
  minutes: (minutes) => lasting(minutes, { day: "d", hour: "h", minute: "min", less: "less than a minute" }),
};

const russian: AlertTexts = {
  severity: { critical: "Критично", warning: "Предупреждение", info: "К сведению" },
  state: "Состояние",
  since: "С какого времени",
  sinceWhen: (at) => `с ${at}`,
  count: "Сигналы",
  pending: "Проверяем, не пройдёт ли само.",
  firing: (firing, total) => (total > firing ? `активных: ${firing} из ${total}` : `активных: ${firing}`),
  recovered: (after) => `Восстановлено через ${after}.`,
  acknowledged: (name) => `В работе: ${name}.`,
  silencedUntil: (at) => `Без оповещений до ${at}.`,
  silencedUntilRecovery: "Без оповещений до восстановления.",
  forgotten: "Не восстановлено за 30 дней: больше никого не вызываем.",
  flapping: (times) =>
    `То появляется, то проходит: ${times} ${timesInRussian(times)} за последнее время. Каждый раз заново никого не вызываем.`,
  more: (count) => `и ещё ${count}`,
  buttons: {
    ack: "Принять в работу",
    escalate: "Поднять выше",
    silence1h: "Тишина на 1 ч",
    silence4h: "на 4 ч",
    silenceMorning: "До утра",
    silenceRecovery: "До восстановления",
    ticket: "Создать задачу",
    open: "Открыть источник",
  },
  minutes: (minutes) => lasting(minutes, { day: "дн", hour: "ч", minute: "мин", less: "меньше минуты" }),
};

export const ALERT_TEXTS: Record<Language, AlertTexts> = { en: english, ru: russian };

/** A severity in words. */
export const severityIn = (severity: Severity, language: Language): string => ALERT_TEXTS[language].severity[severity];

type Units = { day: string; hour: string; minute: string; less: string };

/** The two largest units are enough. */
function lasting(minutes: number, units: Units): string {
  if (minutes < 1) return units.less;
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60)];
  const parts = [
    ...(days > 0 ? [`${days} ${units.day}`] : []),
    ...(hours > 0 ? [`${hours} ${units.hour}`] : []),
    ...(minutes % 60 > 0 && days === 0 ? [`${minutes % 60} ${units.minute}`] : []),
  ];
  return parts.join(" ");
}

const plural = new Intl.PluralRules("ru");

const timesInRussian = (times: number): string => (plural.select(times) === "few" ? "раза" : "раз");
