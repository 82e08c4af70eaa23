/** Stands in every secret place of a post; may be found in no row and no log line. */
export const CANARY = "canary-secret";

/** A moment after the posts below say that they were sent. */
export const POSTED_AT = new Date("2026-02-26T08:20:00Z");

const secrets = (memberId: string) => ({
  access_token: CANARY,
  refresh_token: CANARY,
  application_token: `${memberId}-${CANARY}`,
  client_id: CANARY,
});

/** The `auth` block of a portal made by `newPortal`. */
export function authOf(memberId: string, applicationToken = `${memberId}-application`) {
  return {
    ...secrets(memberId),
    domain: `${memberId}.example`,
    member_id: memberId,
    application_token: applicationToken,
  };
}

/** `ONIMBOTV2MESSAGEADD` as v2 posts it. */
export function v2Message(
  memberId: string,
  { botId = "456", messageId = "789", text = "Hello", dialogId = "chat5" } = {},
) {
  return {
    event: "ONIMBOTV2MESSAGEADD",
    ts: 1_772_093_963,
    data: {
      bot: { id: botId, code: "store", auth: secrets(memberId) },
      message: { id: messageId, chatId: 5, authorId: 1, date: "2026-01-15T10:30:00+03:00", text, isSystem: false },
      chat: { id: 5, dialogId, type: "chat", name: "Chat" },
      user: { id: 1, name: "A person", type: "employee" },
      language: "en",
    },
    auth: authOf(memberId),
  };
}

/** `ONIMBOTMESSAGEADD` as v1 posts it, for one or several bots of the app. */
export function v1Message(memberId: string, botIds: readonly string[] = ["567"]) {
  const entry = (id: string) => ({ ...secrets(memberId), AUTH: secrets(memberId), BOT_ID: id, BOT_CODE: "store" });
  return {
    event: "ONIMBOTMESSAGEADD",
    ts: 1_771_928_985,
    data: {
      BOT: Object.fromEntries(botIds.map((id) => [id, entry(id)])),
      PARAMS: { MESSAGE: "Hi", MESSAGE_TYPE: "P", FROM_USER_ID: 27, DIALOG_ID: 27, AUTHOR_ID: 27, MESSAGE_ID: 84_331 },
      USER: { ID: 27, NAME: "A person", IS_BOT: "N" },
    },
    auth: authOf(memberId),
  };
}

/** `ONAPPINSTALL`, `ONAPPUPDATE` or `ONAPPUNINSTALL`. */
export function appLife(event: string, memberId: string, applicationToken?: string) {
  const auth = {
    ...authOf(memberId, applicationToken),
    client_endpoint: `https://${memberId}.example/rest/`,
    server_endpoint: "https://oauth.bitrix24.tech/rest/",
    expires_in: 3600,
    user_id: 1,
    scope: "imbot,crm",
  };
  return { event, ts: 1_772_093_963, data: { VERSION: 1 }, auth };
}
