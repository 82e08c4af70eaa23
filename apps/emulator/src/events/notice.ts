import type { Chat, Command, Message } from "../state/model.ts";

export type CommandContext = "textarea" | "keyboard" | "menu";

/** Something a bot is told about, before it is written in the form of an API version. */
export type Notice =
  | { kind: "join"; chat: Chat; actorId: number }
  | { kind: "message.add" | "message.update" | "message.delete"; chat: Chat; message: Message; actorId: number }
  | {
      kind: "command";
      chat: Chat;
      message: Message;
      actorId: number;
      command: Command;
      params: string;
      context: CommandContext;
    }
  | { kind: "reaction"; chat: Chat; message: Message; actorId: number; reaction: string; action: "add" | "delete" }
  | { kind: "context"; chat: Chat; actorId: number; context: unknown }
  | { kind: "delete"; actorId: number };
