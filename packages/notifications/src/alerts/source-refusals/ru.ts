import type { Refusal } from "./codes.ts";

export const refusals: Readonly<Record<Refusal, string>> = {
  unreadable: "его ответ не удалось прочитать",
  token: "он не принял токен ({status}): проверьте токен API источника",
  no_address: "такого адреса у него нет (404): проверьте адрес его API",
  elsewhere: "он перенаправил запрос ({status}): укажите адрес, который отвечает сам",
  too_large: "его ответ слишком большой",
  no_json: "его ответ — не JSON: проверьте адрес его API",
  status: "он отказал ({status})",
  away: "он ответил {status}",
  no_answer: "он не ответил вовремя",
  no_connection: "соединиться не удалось",
  no_labels: "у группы нет меток, по которым можно отключить оповещения только о ней",
  permission: "он отказал ({status}): проверьте токен, роль пользователя, чей он, и открыта ли ещё проблема",
};
