import { httpBuildQuery } from "@botdeck/b24-client/testing";

import type { Sender } from "./sender.ts";

/** What stands for the numbers that tell one event from the next; all events have one length. */
const MESSAGE_ID = "999999999999";
const DIALOG_ID = "888888";
const FIRST_MESSAGE_ID = 100_000_000_000;
const FIRST_DIALOG_ID = 100_000;

/** A whole POST, in which the numbers of one event stand at these offsets. */
export type Template = { request: Buffer; messageAt: number[]; dialogAt: number[] };

/**
 * `ONIMBOTV2MESSAGEADD` of a client in an open line as PHP encodes it: 65 pairs, 2.9 kB. The fields are those of the
 * documentation's example, filled as a portal fills them.
 */
export function messageForm({ memberId, applicationToken, bitrixBotId }: Sender, text: string): string {
  const auth = {
    access_token: "5f3a8d64006e2b1a0000000100000001201c0f".padEnd(70, "0"),
    expires: 1_772_097_563,
    expires_in: 3600,
    scope: "imbot,imopenlines,im,crm,task,user,disk",
    domain: `${memberId}.bitrix24.example`,
    server_endpoint: "https://oauth.bitrix24.tech/rest/",
    status: "F",
    client_endpoint: `https://${memberId}.bitrix24.example/rest/`,
    member_id: memberId,
    user_id: 27,
    refresh_token: "6fb9b464006e2b1a0000000100000001201c0f".padEnd(70, "1"),
    application_token: applicationToken,
  };
  const { status: _status, server_endpoint: _server, refresh_token: _refresh, ...botAuth } = auth;
  return httpBuildQuery({
    event: "ONIMBOTV2MESSAGEADD",
    event_handler_id: 12,
    data: {
      bot: { id: bitrixBotId, code: "store", auth: botAuth },
      message: {
        id: MESSAGE_ID,
        chatId: DIALOG_ID,
        authorId: 41,
        date: "2026-11-21T10:30:00+03:00",
        text,
        isSystem: false,
        uuid: "0f3a9d7e-6a1c-4a53-9a86-3f6d2b8f7c11",
        forward: "",
        viewedByOthers: false,
      },
      chat: {
        id: DIALOG_ID,
        dialogId: `chat${DIALOG_ID}`,
        type: "open_line",
        name: "Anna Smirnova - Online shop",
        entityType: "LINES",
        entityId: `livechat|1|${DIALOG_ID}|41`,
        owner: 0,
        avatar: "",
        color: "#ab7761",
      },
      user: {
        id: 41,
        active: true,
        name: "Анна Смирнова",
        firstName: "Анна",
        lastName: "Смирнова",
        workPosition: "",
        color: "#df532d",
        avatar: `https://${memberId}.bitrix24.example/b17053471/main/a0b/avatar.png`,
        gender: "F",
        birthday: "",
        extranet: true,
        bot: false,
        connector: true,
        externalAuthId: "imconnector",
        status: "online",
        idle: false,
        lastActivityDate: "2026-11-21T10:29:41+03:00",
        absent: false,
        departments: [],
        phones: false,
        type: "user",
      },
      language: "en",
    },
    // The gateway refuses what was sent days ago.
    ts: Math.floor(Date.now() / 1_000),
    auth,
  });
}

/** The POST of one sender, ready to have its numbers written in. */
export function templateOf(sender: Sender, { path, text }: { path: string; text: string }): Template {
  const body = messageForm(sender, text);
  const head = [
    `POST ${path} HTTP/1.1`,
    "host: 127.0.0.1",
    "user-agent: Bitrix24 Webhook Engine",
    "content-type: application/x-www-form-urlencoded",
    `content-length: ${Buffer.byteLength(body)}`,
  ].join("\r\n");
  const request = Buffer.from(`${head}\r\n\r\n${body}`);
  return { request, messageAt: offsetsOf(request, MESSAGE_ID), dialogAt: offsetsOf(request, DIALOG_ID) };
}

/** One event's POST. */
export function postOf(template: Template, messageNumber: number, dialogNumber: number): Buffer {
  const request = Buffer.from(template.request);
  const messageId = String(FIRST_MESSAGE_ID + messageNumber);
  const dialogId = String(dialogIdOf(dialogNumber));
  for (const offset of template.messageAt) request.write(messageId, offset, "latin1");
  for (const offset of template.dialogAt) request.write(dialogId, offset, "latin1");
  return request;
}

/** The portal's id of a dialog, as its `chat…` names it. */
export const dialogIdOf = (dialogNumber: number): number => FIRST_DIALOG_ID + dialogNumber;

function offsetsOf(request: Buffer, text: string): number[] {
  const offsets: number[] = [];
  for (let at = request.indexOf(text); at !== -1; at = request.indexOf(text, at + text.length)) offsets.push(at);
  return offsets;
}
