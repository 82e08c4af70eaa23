/** A slash command of a bot. */
export type BotCommand = {
  /** Latin letters and digits, without the slash. */
  name: string;
  /** By language, such as `{ en: "Help" }`; a hidden command needs none. */
  title?: Readonly<Record<string, string>>;
  /** What to write behind it, by language. */
  params?: Readonly<Record<string, string>>;
  /** Works in any chat, also where the bot is no member. */
  isCommon?: boolean;
  /** Not in the list that a slash opens; buttons may call it all the same. */
  isHidden?: boolean;
  forExtranet?: boolean;
};

/** The portal's ids of commands, by name. */
export type CommandIds = Readonly<Record<string, string>>;

export type CommandSync = {
  commands: readonly BotCommand[];
  /** v1 posts each command to an address of its own; v2 sends them with the bot's other events. */
  handlerUrl?: string;
  /** v1 lists no commands, so it needs the ids that the last sync gave; v2 asks the portal. */
  known?: CommandIds;
};
