// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

import type { YesNo } from "../yes-no.ts";

export interface ImbotMethods {
  "imbot.bot.list": {
    params: Record<never, never>;
    result: Record<string, {
      ID?: string | null;
      NAME?: string | null;
      CODE?: string | null;
      OPENLINE?: boolean | null;
    }>;
  };
  /** Bitrix24 docs: chat-bots/outdated/chats/imbot-chat-add Superseded by imbot.v2.Chat.add. */
  "imbot.chat.add": {
    params: {
      TYPE?: string | undefined;
      TITLE?: string | undefined;
      DESCRIPTION?: string | undefined;
      COLOR?: string | undefined;
      MESSAGE?: string | undefined;
      USERS?: readonly unknown[] | undefined;
      AVATAR?: string | undefined;
      ENTITY_TYPE?: string | undefined;
      ENTITY_ID?: string | undefined;
      BOT_ID?: number | string | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: chat-bots/outdated/chats/imbot-chat-get Superseded by imbot.v2.Chat.get. */
  "imbot.chat.get": {
    params: {
      ENTITY_TYPE: string;
      ENTITY_ID: string;
    };
    result: {
      ID?: string | null;
    };
  };
  /** Bitrix24 docs: chat-bots/outdated/chats/imbot-chat-leave Superseded by imbot.v2.Chat.leave. */
  "imbot.chat.leave": {
    params: {
      CHAT_ID: number | string;
      BOT_ID?: number | string | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/outdated/chats/imbot-chat-send-typing Superseded by imbot.v2.Chat.InputAction.notify. */
  "imbot.chat.sendTyping": {
    params: {
      BOT_ID?: number | string | undefined;
      DIALOG_ID: string;
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/outdated/chats/imbot-chat-set-manager Superseded by imbot.v2.Chat.Manager.add. */
  "imbot.chat.setManager": {
    params: {
      CHAT_ID: number | string;
      USER_ID: number | string;
      IS_MANAGER?: string | undefined;
      BOT_ID?: number | string | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/outdated/chats/imbot-chat-set-owner Superseded by imbot.v2.Chat.setOwner. */
  "imbot.chat.setOwner": {
    params: {
      CHAT_ID: number | string;
      USER_ID: number | string;
      BOT_ID?: number | string | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/outdated/chats/imbot-chat-update-avatar Superseded by imbot.v2.Chat.update. */
  "imbot.chat.updateAvatar": {
    params: {
      CHAT_ID: number | string;
      AVATAR: string;
      BOT_ID?: number | string | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/outdated/chats/imbot-chat-update-color Superseded by imbot.v2.Chat.update. */
  "imbot.chat.updateColor": {
    params: {
      CHAT_ID: number | string;
      COLOR: string;
      BOT_ID?: number | string | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/outdated/chats/imbot-chat-update-title Superseded by imbot.v2.Chat.update. */
  "imbot.chat.updateTitle": {
    params: {
      CHAT_ID: number | string;
      TITLE: string;
      BOT_ID?: number | string | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/outdated/chats/imbot-chat-user-add Superseded by imbot.v2.Chat.User.add. */
  "imbot.chat.user.add": {
    params: {
      CHAT_ID: number | string;
      USERS: readonly unknown[];
      HIDE_HISTORY?: string | undefined;
      BOT_ID?: number | string | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/outdated/chats/imbot-chat-user-delete Superseded by imbot.v2.Chat.User.delete. */
  "imbot.chat.user.delete": {
    params: {
      CHAT_ID: number | string;
      USER_ID: number | string;
      BOT_ID?: number | string | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/outdated/chats/imbot-chat-user-list Superseded by imbot.v2.Chat.User.list. */
  "imbot.chat.user.list": {
    params: {
      CHAT_ID: number | string;
      BOT_ID?: number | string | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: number[];
  };
  /** Bitrix24 docs: chat-bots/outdated/commands/imbot-command-answer Superseded by imbot.v2.Command.answer. */
  "imbot.command.answer": {
    params: {
      COMMAND_ID?: number | string | undefined;
      COMMAND?: string | undefined;
      MESSAGE_ID: number | string;
      MESSAGE: string;
      ATTACH?: unknown | undefined;
      KEYBOARD?: unknown | undefined;
      MENU?: unknown | undefined;
      SYSTEM?: string | undefined;
      URL_PREVIEW?: string | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: chat-bots/outdated/commands/imbot-command-register Superseded by imbot.v2.Command.register. */
  "imbot.command.register": {
    params: {
      BOT_ID: number | string;
      COMMAND: string;
      EVENT_COMMAND_ADD: string;
      LANG: readonly {
        LANGUAGE_ID: string;
        TITLE: string;
        PARAMS?: string | undefined;
      }[] | {
        LANGUAGE_ID: string;
        TITLE: string;
        PARAMS?: string | undefined;
      };
      COMMON?: string | undefined;
      HIDDEN?: string | undefined;
      EXTRANET_SUPPORT?: string | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: chat-bots/outdated/commands/imbot-command-unregister Superseded by imbot.v2.Command.unregister. */
  "imbot.command.unregister": {
    params: {
      COMMAND_ID: number | string;
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/outdated/commands/imbot-command-update Superseded by imbot.v2.Command.update. */
  "imbot.command.update": {
    params: {
      COMMAND_ID: number | string;
      FIELDS: {
        COMMAND?: string | undefined;
        EVENT_COMMAND_ADD?: string | undefined;
        HIDDEN?: string | undefined;
        EXTRANET_SUPPORT?: string | undefined;
        LANG?: readonly unknown[] | undefined;
      };
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/outdated/chats/imbot-dialog-get Superseded by imbot.v2.Chat.get. */
  "imbot.dialog.get": {
    params: {
      DIALOG_ID: string;
    };
    result: {
      id?: string | null;
      parent_chat_id?: string | null;
      parent_message_id?: string | null;
      name?: string | null;
      description?: string | null;
      owner?: number | null;
      extranet?: boolean | null;
      avatar?: string | null;
      color?: string | null;
      type?: string | null;
      counter?: number | null;
      user_counter?: number | null;
      message_count?: number | null;
      unread_id?: string | null;
      restrictions?: {
        avatar?: boolean | null;
        rename?: boolean | null;
        extend?: boolean | null;
        call?: boolean | null;
        mute?: boolean | null;
        leave?: boolean | null;
        leave_owner?: boolean | null;
        send?: boolean | null;
        user_list?: boolean | null;
      } | null;
      last_message_id?: string | null;
      last_id?: string | null;
      marked_id?: string | null;
      disk_folder_id?: string | null;
      entity_type?: string | null;
      entity_id?: string | null;
      entity_data_1?: string | null;
      entity_data_2?: string | null;
      entity_data_3?: string | null;
      mute_list?: unknown;
      date_create?: string | null;
      message_type?: string | null;
      public?: string | null;
      role?: string | null;
      entity_link?: {
        type?: string | null;
        url?: string | null;
        id?: string | null;
      } | null;
      text_field_enabled?: boolean | null;
      background_id?: string | null;
      permissions?: {
        manage_users_add?: string | null;
        manage_users_delete?: string | null;
        manage_ui?: string | null;
        manage_settings?: string | null;
        manage_messages?: string | null;
        can_post?: string | null;
      } | null;
      is_new?: boolean | null;
      readed_list?: {
        user_id?: string | null;
        user_name?: string | null;
        message_id?: string | null;
        date?: unknown;
      }[] | null;
      manager_list?: number[] | null;
      last_message_views?: {
        message_id?: string | null;
        first_viewers?: {
          user_id?: string | null;
          user_name?: string | null;
          date?: string | null;
        }[] | null;
        count_of_viewers?: number | null;
      } | null;
      dialog_id?: string | null;
    };
  };
  /** Bitrix24 docs: chat-bots/outdated/messages/imbot-message-add Superseded by imbot.v2.Chat.Message.send. */
  "imbot.message.add": {
    params: {
      BOT_ID?: number | string | undefined;
      DIALOG_ID?: string | undefined;
      FROM_USER_ID?: number | string | undefined;
      TO_USER_ID?: number | string | undefined;
      MESSAGE: string;
      ATTACH?: unknown | undefined;
      KEYBOARD?: unknown | undefined;
      MENU?: unknown | undefined;
      SYSTEM?: string | undefined;
      URL_PREVIEW?: string | undefined;
      SKIP_CONNECTOR?: string | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: chat-bots/outdated/messages/imbot-message-delete Superseded by imbot.v2.Chat.Message.delete. */
  "imbot.message.delete": {
    params: {
      BOT_ID?: number | string | undefined;
      MESSAGE_ID: number | string;
      COMPLETE?: string | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/outdated/messages/imbot-message-like Superseded by imbot.v2.Chat.Message.Reaction.add. */
  "imbot.message.like": {
    params: {
      BOT_ID?: number | string | undefined;
      MESSAGE_ID: number | string;
      ACTION?: string | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/outdated/messages/imbot-message-update Superseded by imbot.v2.Chat.Message.update. */
  "imbot.message.update": {
    params: {
      BOT_ID?: number | string | undefined;
      MESSAGE_ID: number | string;
      MESSAGE?: string | undefined;
      ATTACH?: unknown | undefined;
      KEYBOARD?: unknown | undefined;
      MENU?: unknown | undefined;
      URL_PREVIEW?: string | undefined;
      SKIP_CONNECTOR?: string | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/outdated/bots/imbot-register Superseded by imbot.v2.Bot.register. */
  "imbot.register": {
    params: {
      CODE: string;
      TYPE?: string | undefined;
      OPENLINE?: string | undefined;
      EVENT_HANDLER?: string | undefined;
      EVENT_MESSAGE_ADD?: string | undefined;
      EVENT_MESSAGE_UPDATE?: string | undefined;
      EVENT_MESSAGE_DELETE?: string | undefined;
      EVENT_WELCOME_MESSAGE?: string | undefined;
      EVENT_BOT_DELETE?: string | undefined;
      CLIENT_ID?: string | undefined;
      PROPERTIES: {
        NAME?: string | undefined;
        LAST_NAME?: string | undefined;
        COLOR?: string | undefined;
        EMAIL?: string | undefined;
        PERSONAL_BIRTHDAY?: string | undefined;
        WORK_POSITION?: string | undefined;
        PERSONAL_WWW?: string | undefined;
        PERSONAL_GENDER?: string | undefined;
        PERSONAL_PHOTO?: unknown | undefined;
      };
    };
    result: string;
  };
  /** Bitrix24 docs: chat-bots/outdated/bots/imbot-unregister Superseded by imbot.v2.Bot.unregister. */
  "imbot.unregister": {
    params: {
      BOT_ID: number | string;
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/outdated/bots/imbot-update Superseded by imbot.v2.Bot.update. */
  "imbot.update": {
    params: {
      BOT_ID: number | string;
      FIELDS: {
        NAME?: string | undefined;
        LAST_NAME?: string | undefined;
        COLOR?: string | undefined;
        EMAIL?: string | undefined;
        PERSONAL_BIRTHDAY?: string | undefined;
        WORK_POSITION?: string | undefined;
        PERSONAL_WWW?: string | undefined;
        PERSONAL_GENDER?: string | undefined;
        PERSONAL_PHOTO?: unknown | undefined;
        CODE?: string | undefined;
        EVENT_HANDLER?: string | undefined;
        EVENT_MESSAGE_ADD?: string | undefined;
        EVENT_MESSAGE_UPDATE?: string | undefined;
        EVENT_MESSAGE_DELETE?: string | undefined;
        EVENT_WELCOME_MESSAGE?: string | undefined;
        EVENT_BOT_DELETE?: string | undefined;
        PROPERTIES?: Readonly<Record<string, unknown>> | undefined;
      };
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/bots/bot-get */
  "imbot.v2.Bot.get": {
    params: {
      botId?: number | string | undefined;
      code?: string | undefined;
      botToken?: string | undefined;
    };
    result: {
      bot: {
        id: string;
        code: string;
        type: string;
        isHidden?: boolean | null;
        isSupportOpenline?: boolean | null;
        isReactionsEnabled?: boolean | null;
        backgroundId?: string | null;
        language?: string | null;
        moduleId?: string | null;
        eventMode?: string | null;
        countMessage?: number | null;
        countCommand?: number | null;
        countChat?: number | null;
        countUser?: number | null;
      };
      users?: {
        id?: string | null;
        active?: boolean | null;
        name?: string | null;
        bot?: boolean | null;
        type?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/bots/bot-list */
  "imbot.v2.Bot.list": {
    params: {
      botToken?: string | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      limit?: number | string | undefined;
      offset?: number | string | undefined;
    };
    result: {
      bots: {
        id: string;
        code: string;
        type?: string | null;
        isHidden?: boolean | null;
        isSupportOpenline?: boolean | null;
        isReactionsEnabled?: boolean | null;
        backgroundId?: string | null;
        language?: string | null;
        moduleId?: string | null;
        eventMode?: string | null;
        countMessage?: number | null;
        countCommand?: number | null;
        countChat?: number | null;
        countUser?: number | null;
      }[];
      users?: {
        id?: string | null;
        active?: boolean | null;
        name?: string | null;
        bot?: boolean | null;
        type?: string | null;
      }[] | null;
      hasNextPage?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/bots/bot-register */
  "imbot.v2.Bot.register": {
    params: {
      fields: {
        code: string;
        botToken?: string | undefined;
        properties: Readonly<Record<string, unknown>>;
        type?: string | undefined;
        eventMode?: string | undefined;
        webhookUrl?: string | undefined;
        isHidden?: YesNo | undefined;
        isReactionsEnabled?: YesNo | undefined;
        isSupportOpenline?: YesNo | undefined;
        backgroundId?: string | undefined;
      };
    };
    result: {
      bot: {
        id: string;
        code: string;
        type: string;
        isHidden?: boolean | null;
        isSupportOpenline?: boolean | null;
        isReactionsEnabled?: boolean | null;
        backgroundId?: string | null;
        language?: string | null;
        moduleId?: string | null;
        eventMode?: string | null;
        countMessage?: number | null;
        countCommand?: number | null;
        countChat?: number | null;
        countUser?: number | null;
      };
      users?: {
        id?: string | null;
        active?: boolean | null;
        name?: string | null;
        firstName?: string | null;
        lastName?: string | null;
        workPosition?: string | null;
        color?: string | null;
        avatar?: string | null;
        gender?: string | null;
        birthday?: string | null;
        extranet?: boolean | null;
        bot?: boolean | null;
        connector?: boolean | null;
        externalAuthId?: string | null;
        status?: string | null;
        idle?: unknown;
        lastActivityDate?: string | null;
        absent?: unknown;
        departments?: number[] | null;
        phones?: unknown;
        type?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/bots/bot-unregister */
  "imbot.v2.Bot.unregister": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/bots/bot-update */
  "imbot.v2.Bot.update": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      fields: {
        properties?: Readonly<Record<string, unknown>> | undefined;
        isHidden?: YesNo | undefined;
        isReactionsEnabled?: YesNo | undefined;
        isSupportOpenline?: YesNo | undefined;
        backgroundId?: string | undefined;
        eventMode?: string | undefined;
        webhookUrl?: string | undefined;
        botToken?: string | undefined;
      };
    };
    result: {
      bot: {
        id: string;
        code?: string | null;
        type?: string | null;
        isHidden?: boolean | null;
        isSupportOpenline?: boolean | null;
        isReactionsEnabled?: boolean | null;
        backgroundId?: string | null;
        language?: string | null;
        moduleId?: string | null;
        eventMode?: string | null;
        countMessage?: number | null;
        countCommand?: number | null;
        countChat?: number | null;
        countUser?: number | null;
      };
      users?: {
        id?: string | null;
        active?: boolean | null;
        name?: string | null;
        bot?: boolean | null;
        type?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/ui/chat-input-action-notify */
  "imbot.v2.Chat.InputAction.notify": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      dialogId: string;
      statusMessageCode?: string | undefined;
      duration?: number | string | undefined;
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/chats/chat-manager-add */
  "imbot.v2.Chat.Manager.add": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      dialogId: string;
      userIds: readonly unknown[];
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/chats/chat-manager-delete */
  "imbot.v2.Chat.Manager.delete": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      dialogId: string;
      userIds: readonly unknown[];
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/messages/chat-message-reaction-add */
  "imbot.v2.Chat.Message.Reaction.add": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      messageId: number | string;
      reaction: string;
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/messages/chat-message-reaction-delete */
  "imbot.v2.Chat.Message.Reaction.delete": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      messageId: number | string;
      reaction: string;
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/messages/chat-message-delete */
  "imbot.v2.Chat.Message.delete": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      messageId: number | string;
      complete?: YesNo | undefined;
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/messages/chat-message-get */
  "imbot.v2.Chat.Message.get": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      messageId: number | string;
    };
    result: {
      message?: {
        id?: string | null;
        chatId?: string | null;
        authorId?: string | null;
        date?: string | null;
        text?: string | null;
        isSystem?: boolean | null;
        uuid?: string | null;
        forward?: unknown;
        params?: Record<string, unknown> | null;
        viewedByOthers?: boolean | null;
      } | null;
      user?: {
        id?: string | null;
        active?: boolean | null;
        name?: string | null;
        bot?: boolean | null;
        type?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/messages/chat-message-get-context */
  "imbot.v2.Chat.Message.getContext": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      messageId: number | string;
      range?: number | string | undefined;
    };
    result: {
      messages: {
        id: string;
        chatId?: string | null;
        authorId: string;
        date?: string | null;
        text?: string | null;
        isSystem?: boolean | null;
        uuid?: string | null;
        forward?: unknown;
        params?: Record<string, unknown> | null;
        viewedByOthers?: boolean | null;
      }[];
      users?: {
        id?: string | null;
        active?: boolean | null;
        name?: string | null;
        bot?: boolean | null;
        type?: string | null;
      }[] | null;
      hasPrevPage?: boolean | null;
      hasNextPage?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/messages/chat-message-read */
  "imbot.v2.Chat.Message.read": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      dialogId: string;
      messageId?: number | string | undefined;
    };
    result: {
      chatId?: string | null;
      lastId?: string | null;
      counter?: number | null;
      viewedMessages?: number[] | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/messages/chat-message-send */
  "imbot.v2.Chat.Message.send": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      dialogId: string;
      fields?: {
        message?: string | undefined;
        attach?: unknown | undefined;
        keyboard?: unknown | undefined;
        system?: YesNo | undefined;
        urlPreview?: YesNo | undefined;
        replyId?: number | string | undefined;
        templateId?: string | undefined;
        forwardIds?: Readonly<Record<string, unknown>> | undefined;
        skipConnector?: YesNo | undefined;
        silentConnector?: YesNo | undefined;
      } | undefined;
    };
    result: {
      id: string;
      uuidMap?: Record<string, unknown> | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/messages/chat-message-update */
  "imbot.v2.Chat.Message.update": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      messageId: number | string;
      fields: {
        message?: string | undefined;
        attach?: unknown | undefined;
        keyboard?: unknown | undefined;
        urlPreview?: string | undefined;
      };
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/ui/chat-text-field-enabled */
  "imbot.v2.Chat.TextField.enabled": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      dialogId: string;
      enabled?: YesNo | undefined;
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/chats/chat-user-add */
  "imbot.v2.Chat.User.add": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      dialogId: string;
      userIds: readonly unknown[];
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/chats/chat-user-delete */
  "imbot.v2.Chat.User.delete": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      dialogId: string;
      userId: number | string;
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/chats/chat-user-list */
  "imbot.v2.Chat.User.list": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      dialogId: string;
      order?: Readonly<Record<string, unknown>> | undefined;
      limit?: number | string | undefined;
      offset?: number | string | undefined;
    };
    result: {
      id?: string | null;
      active?: boolean | null;
      name?: string | null;
      firstName?: string | null;
      lastName?: string | null;
      workPosition?: string | null;
      color?: string | null;
      avatar?: string | null;
      gender?: string | null;
      birthday?: string | null;
      extranet?: boolean | null;
      bot?: boolean | null;
      connector?: boolean | null;
      externalAuthId?: string | null;
      status?: string | null;
      idle?: unknown;
      lastActivityDate?: string | null;
      absent?: unknown;
      departments?: number[] | null;
      phones?: unknown;
      type?: string | null;
    }[];
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/chats/chat-add */
  "imbot.v2.Chat.add": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      fields?: {
        title?: string | undefined;
        description?: string | undefined;
        color?: string | undefined;
        avatar?: unknown | undefined;
        userIds?: readonly unknown[] | undefined;
        ownerId?: number | string | undefined;
        message?: string | undefined;
      } | undefined;
    };
    result: {
      chat?: {
        id?: string | null;
        dialogId?: string | null;
        name?: string | null;
        description?: string | null;
        type?: string | null;
        messageType?: string | null;
        owner?: number | null;
        color?: string | null;
        avatar?: string | null;
        extranet?: boolean | null;
        containsCollaber?: boolean | null;
        entityType?: string | null;
        entityId?: string | null;
        entityData1?: string | null;
        entityData2?: string | null;
        entityData3?: string | null;
        entityLink?: Record<string, unknown> | null;
        diskFolderId?: string | null;
        role?: string | null;
        permissions?: Record<string, unknown> | null;
        muteList?: unknown;
        parentChatId?: string | null;
        parentMessageId?: string | null;
        isNew?: boolean | null;
        textFieldEnabled?: boolean | null;
        backgroundId?: string | null;
        dateCreate?: string | null;
        lastMessageId?: string | null;
        lastMessageViews?: string | null;
        lastId?: string | null;
        managerList?: unknown;
        markedId?: string | null;
        messageCount?: number | null;
        public?: string | null;
        unreadId?: string | null;
        userCounter?: number | null;
      } | null;
      users?: {
        id?: string | null;
        active?: boolean | null;
        name?: string | null;
        firstName?: string | null;
        lastName?: string | null;
        workPosition?: string | null;
        color?: string | null;
        avatar?: string | null;
        gender?: string | null;
        birthday?: string | null;
        extranet?: boolean | null;
        bot?: boolean | null;
        connector?: boolean | null;
        externalAuthId?: string | null;
        status?: string | null;
        idle?: unknown;
        lastActivityDate?: string | null;
        absent?: unknown;
        departments?: number[] | null;
        phones?: unknown;
        type?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/chats/chat-get */
  "imbot.v2.Chat.get": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      dialogId: string;
    };
    result: {
      chat?: {
        id?: string | null;
        dialogId?: string | null;
        name?: string | null;
        description?: string | null;
        type?: string | null;
        messageType?: string | null;
        owner?: number | null;
        color?: string | null;
        avatar?: string | null;
        extranet?: boolean | null;
        containsCollaber?: boolean | null;
        entityType?: string | null;
        entityId?: string | null;
        entityData1?: string | null;
        entityData2?: string | null;
        entityData3?: string | null;
        entityLink?: Record<string, unknown> | null;
        diskFolderId?: string | null;
        role?: string | null;
        permissions?: Record<string, unknown> | null;
        muteList?: unknown;
        parentChatId?: string | null;
        parentMessageId?: string | null;
        isNew?: boolean | null;
        textFieldEnabled?: boolean | null;
        backgroundId?: string | null;
        dateCreate?: string | null;
        lastMessageId?: string | null;
        lastMessageViews?: string | null;
        lastId?: string | null;
        managerList?: unknown;
        markedId?: string | null;
        messageCount?: number | null;
        public?: string | null;
        unreadId?: string | null;
        userCounter?: number | null;
      } | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/chats/chat-leave */
  "imbot.v2.Chat.leave": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      dialogId: string;
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/chats/chat-set-owner */
  "imbot.v2.Chat.setOwner": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      dialogId: string;
      userId: number | string;
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/chats/chat-update */
  "imbot.v2.Chat.update": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      dialogId: string;
      fields: {
        title?: string | undefined;
        description?: string | undefined;
        color?: string | undefined;
        avatar?: unknown | undefined;
      };
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/commands/command-answer */
  "imbot.v2.Command.answer": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      commandId: number | string;
      messageId: number | string;
      dialogId: string;
      fields?: {
        message?: string | undefined;
        attach?: unknown | undefined;
        keyboard?: unknown | undefined;
        system?: YesNo | undefined;
        urlPreview?: YesNo | undefined;
      } | undefined;
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/commands/command-list */
  "imbot.v2.Command.list": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
    };
    result: {
      commands: {
        id: string;
        botId?: string | null;
        command: string;
        title?: string | null;
        params?: string | null;
        common?: boolean | null;
        hidden?: boolean | null;
        extranetSupport?: boolean | null;
        category?: string | null;
        context?: string | null;
      }[];
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/commands/command-register */
  "imbot.v2.Command.register": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      fields: {
        command: string;
        title?: Readonly<Record<string, unknown>> | undefined;
        params?: Readonly<Record<string, unknown>> | undefined;
        common?: YesNo | undefined;
        hidden?: YesNo | undefined;
        extranetSupport?: YesNo | undefined;
      };
    };
    result: {
      command: {
        id: string;
        botId?: string | null;
        command?: string | null;
        common?: boolean | null;
        hidden?: boolean | null;
        extranetSupport?: boolean | null;
      };
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/commands/command-unregister */
  "imbot.v2.Command.unregister": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      commandId: number | string;
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/commands/command-update */
  "imbot.v2.Command.update": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      commandId: number | string;
      fields: {
        command?: string | undefined;
        title?: Readonly<Record<string, unknown>> | undefined;
        params?: Readonly<Record<string, unknown>> | undefined;
        common?: YesNo | undefined;
        hidden?: YesNo | undefined;
        extranetSupport?: YesNo | undefined;
      };
    };
    result: {
      command?: {
        id?: string | null;
        botId?: string | null;
        command?: string | null;
        common?: boolean | null;
        hidden?: boolean | null;
        extranetSupport?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/events/event-get */
  "imbot.v2.Event.get": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      offset?: number | string | undefined;
      limit?: number | string | undefined;
      withUserEvents?: YesNo | undefined;
    };
    result: {
      events: {
        eventId: number;
        type: string;
        date?: string | null;
        data?: Record<string, unknown> | null;
      }[];
      nextOffset?: number | null;
      hasMore?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/files/file-download */
  "imbot.v2.File.download": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      fileId: number | string;
    };
    result: {
      downloadUrl: string;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/files/file-upload */
  "imbot.v2.File.upload": {
    params: {
      botId: number | string;
      botToken?: string | undefined;
      dialogId: string;
      fields: {
        name: string;
        content: string;
        message?: string | undefined;
      };
    };
    result: {
      file?: {
        id?: string | null;
        chatId?: string | null;
        name?: string | null;
        extension?: string | null;
        size?: number | null;
      } | null;
      messageId?: string | null;
      chatId?: string | null;
      dialogId?: string | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/imbot.v2/revision-get */
  "imbot.v2.Revision.get": {
    params: Record<never, never>;
    result: {
      rest: number;
      web?: number | null;
      mobile?: number | null;
      desktop?: number | null;
    };
  };
}
