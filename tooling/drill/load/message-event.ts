/** Stands in every secret place of an event; may be found in no log and no column. */
export const CANARY = "canary-of-the-drill";

export type PortalIdentity = {
  memberId: string;
  applicationToken: string;
  /** The portal's id of the bot that the drill talks to. */
  botId: string;
};

export type DrillMessage = {
  /** Unlike any other of the run: the portal's own id of the message, by which a second delivery is known. */
  messageId: number;
  chatId: number;
  text: string;
  at: Date;
};

/** `ONIMBOTV2MESSAGEADD` as a portal posts it. Bitrix24 docs: chat-bots-v2/imbot.v2/events. */
export function messageEvent({ memberId, applicationToken, botId }: PortalIdentity, message: DrillMessage) {
  const { messageId, chatId, text, at } = message;
  const auth = {
    access_token: CANARY,
    refresh_token: CANARY,
    expires_in: 3600,
    scope: "imbot,im",
    domain: "127.0.0.1",
    member_id: memberId,
    user_id: 1,
    application_token: applicationToken,
  };
  return {
    event: "ONIMBOTV2MESSAGEADD",
    ts: Math.floor(at.getTime() / 1000),
    data: {
      bot: { id: botId, code: "botdeck_drill-echo", auth },
      message: {
        id: messageId,
        chatId,
        authorId: 1,
        date: at.toISOString(),
        text,
        isSystem: false,
        uuid: null,
        forward: null,
        params: [],
        viewedByOthers: false,
      },
      chat: {
        id: chatId,
        dialogId: `chat${chatId}`,
        type: "chat",
        messageType: "C",
        name: "Drill",
        owner: 1,
        entityType: "",
      },
      user: { id: 1, name: "Drill", active: true, bot: false, connector: false, extranet: false, type: "employee" },
      language: "en",
    },
    auth,
  };
}
