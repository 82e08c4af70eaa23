import { LINE_ID } from "../../chat/chats.ts";
import { nameOf } from "../../chat/find.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { flag, record, upperKeys } from "../params.ts";

/** Bitrix24 docs: imopenlines-config-list-get. */
export const openLineConfigMethods: RestMethod[] = [
  { name: "imopenlines.config.list.get", scopes: ["imopenlines"], missing: "own", run: listConfigs },
];

/** The demo portal has one line; its queue are the operators. */
function listConfigs({ portal, params }: Call): Answer {
  const upper = upperKeys(params);
  const filter = upperKeys(record(upperKeys(record(upper, "PARAMS")), "FILTER"));
  const options = upperKeys(record(upper, "OPTIONS"));
  const operators = [...portal.state.people.values()].filter(({ role }) => role === "operator");
  const fields = operators.map((person) => [
    person.id,
    { USER_NAME: nameOf(person), USER_WORK_POSITION: person.workPosition, USER_AVATAR: "", USER_AVATAR_ID: null },
  ]);
  const line = {
    ID: String(LINE_ID),
    LINE_NAME: portal.state.lineName,
    ACTIVE: "Y",
    ...(flag(options, "QUEUE", true) && {
      QUEUE: operators.map(({ id }) => id),
      QUEUE_USERS_FIELDS: Object.fromEntries(fields),
    }),
  };
  const isWanted = filter["ID"] === undefined || String(filter["ID"]) === line.ID;
  return { result: isWanted ? [line] : [] };
}
