import { z } from "zod";

type Language = "en" | "ru";
/** Why a source did not take what it was told, as the timeline keeps it. */
export const Refusal = z.enum([
  "unreadable",
  "token",
  "no_address",
  "elsewhere",
  "too_large",
  "no_json",
  "status",
  "away",
  "no_answer",
  "no_connection",
  "no_labels",
  "permission",
]);
export type Refusal = z.infer<typeof Refusal>;
type Words = Readonly<Record<Refusal, (status: string) => string>>;

/** What a refusal means for whoever can mend it. @param status What the source answered, where it has a number. */
export const refusalIn = (refusal: Refusal, status: string, language: Language): string =>
  WORDS[language][refusal](status);

const english: Words = {
  unreadable: () => "its answer cannot be read",
  token: (status) => `it refused the token (${status}): check the hook's API token`,
  no_address: () => "it knows no such address (404): check the address of its API",
  elsewhere: (status) => `it sent us elsewhere (${status}): give the address where it answers`,
  too_large: () => "its answer is too large",
  no_json: () => "its answer is no JSON: check the address of its API",
  status: (status) => `it refused it (${status})`,
  away: (status) => `it answered ${status}`,
  no_answer: () => "it did not answer in time",
  no_connection: () => "the connection failed",
  no_labels: () => "the group has no labels by which it could be silenced alone",
  permission: (status) =>
    `it refused it (${status}): check the token, its user's role, and whether the problem is still open`,
};

const russian: Words = {
  unreadable: () => "его ответ не удалось прочитать",
  token: (status) => `он не принял токен (${status}): проверьте токен API источника`,
  no_address: () => "такого адреса у него нет (404): проверьте адрес его API",
  elsewhere: (status) => `он перенаправил запрос (${status}): укажите адрес, который отвечает сам`,
  too_large: () => "его ответ слишком большой",
  no_json: () => "его ответ — не JSON: проверьте адрес его API",
  status: (status) => `он отказал (${status})`,
  away: (status) => `он ответил ${status}`,
  no_answer: () => "он не ответил вовремя",
  no_connection: () => "соединиться не удалось",
  no_labels: () => "у группы нет меток, по которым можно отключить оповещения только о ней",
  permission: (status) =>
    `он отказал (${status}): проверьте токен, роль пользователя, чей он, и открыта ли ещё проблема`,
};

const WORDS: Readonly<Record<Language, Words>> = { en: english, ru: russian };
