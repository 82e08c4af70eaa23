// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

import type { YesNo } from "../yes-no.ts";

export interface ImopenlinesMethods {
  /** Bitrix24 docs: imopenlines/openlines/chat-bots/imopenlines-bot-session-finish */
  "imopenlines.bot.session.finish": {
    params: {
      CHAT_ID: number | string;
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/chat-bots/imopenlines-bot-session-message-send */
  "imopenlines.bot.session.message.send": {
    params: {
      CHAT_ID: number | string;
      NAME?: string | undefined;
      MESSAGE?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/chat-bots/imopenlines-bot-session-operator */
  "imopenlines.bot.session.operator": {
    params: {
      CHAT_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/chat-bots/imopenlines-bot-session-transfer */
  "imopenlines.bot.session.transfer": {
    params: {
      CHAT_ID: number | string;
      USER_ID?: number | string | undefined;
      QUEUE_ID?: number | string | undefined;
      TRANSFER_ID?: string | undefined;
      LEAVE?: YesNo | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/imopenlines-config-add */
  "imopenlines.config.add": {
    params: {
      PARAMS?: {
        LINE_NAME?: string | undefined;
        ACTIVE?: YesNo | undefined;
        QUEUE?: readonly unknown[] | undefined;
        QUEUE_TYPE?: string | undefined;
        QUEUE_TIME?: number | string | undefined;
        NO_ANSWER_TIME?: number | string | undefined;
        WELCOME_MESSAGE?: YesNo | undefined;
        WELCOME_MESSAGE_TEXT?: string | undefined;
        WORKTIME_ENABLE?: YesNo | undefined;
        WORKTIME_FROM?: string | undefined;
        WORKTIME_TO?: string | undefined;
        WORKTIME_TIMEZONE?: string | undefined;
        CRM?: YesNo | undefined;
        CRM_CREATE?: string | undefined;
        VOTE_MESSAGE?: YesNo | undefined;
        LANGUAGE_ID?: string | undefined;
        CRM_CREATE_SECOND?: string | undefined;
        CRM_CREATE_THIRD?: YesNo | undefined;
        CRM_CHAT_TRACKER?: YesNo | undefined;
        CRM_FORWARD?: YesNo | undefined;
        CRM_TRANSFER_CHANGE?: YesNo | undefined;
        CRM_SOURCE?: string | undefined;
        MAX_CHAT?: number | string | undefined;
        TYPE_MAX_CHAT?: string | undefined;
        CATEGORY_ENABLE?: YesNo | undefined;
        CATEGORY_ID?: number | string | undefined;
        SESSION_PRIORITY?: number | string | undefined;
        WELCOME_BOT_ENABLE?: YesNo | undefined;
        WELCOME_BOT_JOIN?: string | undefined;
        WELCOME_BOT_ID?: number | string | undefined;
        WELCOME_BOT_TIME?: number | string | undefined;
        WELCOME_BOT_LEFT?: string | undefined;
        CHECK_AVAILABLE?: YesNo | undefined;
        WATCH_TYPING?: YesNo | undefined;
        SEND_WELCOME_EACH_SESSION?: YesNo | undefined;
        OPERATOR_DATA?: string | undefined;
        DEFAULT_OPERATOR_DATA?: Readonly<Record<string, unknown>> | undefined;
        NO_ANSWER_RULE?: string | undefined;
        NO_ANSWER_FORM_ID?: number | string | undefined;
        NO_ANSWER_BOT_ID?: number | string | undefined;
        NO_ANSWER_TEXT?: string | undefined;
        WORKTIME_DAYOFF?: readonly unknown[] | undefined;
        WORKTIME_HOLIDAYS?: string | undefined;
        WORKTIME_DAYOFF_RULE?: string | undefined;
        WORKTIME_DAYOFF_FORM_ID?: number | string | undefined;
        WORKTIME_DAYOFF_BOT_ID?: number | string | undefined;
        WORKTIME_DAYOFF_TEXT?: string | undefined;
        CLOSE_RULE?: string | undefined;
        CLOSE_FORM_ID?: number | string | undefined;
        CLOSE_BOT_ID?: number | string | undefined;
        CLOSE_TEXT?: string | undefined;
        VOTE_TIME_LIMIT?: number | string | undefined;
        VOTE_CLOSING_DELAY?: YesNo | undefined;
        VOTE_BEFORE_FINISH?: YesNo | undefined;
        VOTE_MESSAGE_1_TEXT?: string | undefined;
        VOTE_MESSAGE_1_LIKE?: string | undefined;
        VOTE_MESSAGE_1_DISLIKE?: string | undefined;
        VOTE_MESSAGE_2_TEXT?: string | undefined;
        VOTE_MESSAGE_2_LIKE?: string | undefined;
        VOTE_MESSAGE_2_DISLIKE?: string | undefined;
        AUTO_CLOSE_RULE?: string | undefined;
        FULL_CLOSE_TIME?: number | string | undefined;
        AUTO_CLOSE_TIME?: number | string | undefined;
        AUTO_CLOSE_FORM_ID?: number | string | undefined;
        AUTO_CLOSE_BOT_ID?: number | string | undefined;
        AUTO_CLOSE_TEXT?: string | undefined;
        AUTO_EXPIRE_TIME?: number | string | undefined;
        TEMPORARY?: YesNo | undefined;
        QUICK_ANSWERS_IBLOCK_ID?: number | string | undefined;
        KPI_FIRST_ANSWER_TIME?: number | string | undefined;
        KPI_FIRST_ANSWER_ALERT?: YesNo | undefined;
        KPI_FIRST_ANSWER_LIST?: readonly unknown[] | undefined;
        KPI_FIRST_ANSWER_TEXT?: string | undefined;
        KPI_FURTHER_ANSWER_TIME?: number | string | undefined;
        KPI_FURTHER_ANSWER_ALERT?: YesNo | undefined;
        KPI_FURTHER_ANSWER_LIST?: readonly unknown[] | undefined;
        KPI_FURTHER_ANSWER_TEXT?: string | undefined;
        KPI_CHECK_OPERATOR_ACTIVITY?: YesNo | undefined;
        USE_WELCOME_FORM?: YesNo | undefined;
        WELCOME_FORM_ID?: number | string | undefined;
        WELCOME_FORM_DELAY?: YesNo | undefined;
        CONFIRM_CLOSE?: YesNo | undefined;
        IGNORE_WELCOME_FORM_RESPONSIBLE?: YesNo | undefined;
      } | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: imopenlines/openlines/imopenlines-config-delete */
  "imopenlines.config.delete": {
    params: {
      CONFIG_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/imopenlines-config-get */
  "imopenlines.config.get": {
    params: {
      CONFIG_ID: number | string;
      WITH_QUEUE?: YesNo | undefined;
      SHOW_OFFLINE?: YesNo | undefined;
    };
    result: {
      ID?: string | null;
      ACTIVE?: boolean | null;
      LINE_NAME?: string | null;
      CRM?: boolean | null;
      CRM_CREATE?: string | null;
      CRM_CREATE_SECOND?: string | null;
      CRM_CREATE_THIRD?: boolean | null;
      CRM_FORWARD?: boolean | null;
      CRM_CHAT_TRACKER?: boolean | null;
      CRM_TRANSFER_CHANGE?: boolean | null;
      CRM_SOURCE?: string | null;
      QUEUE_TIME?: number | null;
      NO_ANSWER_TIME?: number | null;
      QUEUE_TYPE?: string | null;
      CHECK_AVAILABLE?: boolean | null;
      WATCH_TYPING?: boolean | null;
      WELCOME_BOT_ENABLE?: boolean | null;
      WELCOME_MESSAGE?: boolean | null;
      WELCOME_MESSAGE_TEXT?: string | null;
      VOTE_MESSAGE?: boolean | null;
      VOTE_TIME_LIMIT?: number | null;
      VOTE_BEFORE_FINISH?: boolean | null;
      VOTE_CLOSING_DELAY?: boolean | null;
      VOTE_MESSAGE_1_TEXT?: string | null;
      VOTE_MESSAGE_1_LIKE?: string | null;
      VOTE_MESSAGE_1_DISLIKE?: string | null;
      VOTE_MESSAGE_2_TEXT?: string | null;
      VOTE_MESSAGE_2_LIKE?: string | null;
      VOTE_MESSAGE_2_DISLIKE?: string | null;
      AGREEMENT_MESSAGE?: boolean | null;
      AGREEMENT_ID?: string | null;
      CATEGORY_ENABLE?: boolean | null;
      CATEGORY_ID?: string | null;
      WELCOME_BOT_JOIN?: string | null;
      WELCOME_BOT_ID?: string | null;
      WELCOME_BOT_TIME?: number | null;
      WELCOME_BOT_LEFT?: string | null;
      NO_ANSWER_RULE?: string | null;
      NO_ANSWER_FORM_ID?: string | null;
      NO_ANSWER_BOT_ID?: string | null;
      NO_ANSWER_TEXT?: string | null;
      WORKTIME_ENABLE?: boolean | null;
      WORKTIME_FROM?: string | null;
      WORKTIME_TO?: string | null;
      WORKTIME_TIMEZONE?: string | null;
      WORKTIME_HOLIDAYS?: string[] | null;
      WORKTIME_DAYOFF?: string[] | null;
      WORKTIME_DAYOFF_RULE?: string | null;
      WORKTIME_DAYOFF_FORM_ID?: string | null;
      WORKTIME_DAYOFF_BOT_ID?: string | null;
      WORKTIME_DAYOFF_TEXT?: string | null;
      CLOSE_RULE?: string | null;
      CLOSE_FORM_ID?: string | null;
      CLOSE_BOT_ID?: string | null;
      CLOSE_TEXT?: string | null;
      FULL_CLOSE_TIME?: number | null;
      AUTO_CLOSE_RULE?: string | null;
      AUTO_CLOSE_FORM_ID?: string | null;
      AUTO_CLOSE_BOT_ID?: string | null;
      AUTO_CLOSE_TIME?: number | null;
      AUTO_CLOSE_TEXT?: string | null;
      AUTO_EXPIRE_TIME?: number | null;
      DATE_CREATE?: Record<string, unknown> | null;
      DATE_MODIFY?: Record<string, unknown> | null;
      MODIFY_USER_ID?: string | null;
      TEMPORARY?: boolean | null;
      XML_ID?: string | null;
      LANGUAGE_ID?: string | null;
      QUICK_ANSWERS_IBLOCK_ID?: string | null;
      SESSION_PRIORITY?: number | null;
      TYPE_MAX_CHAT?: string | null;
      MAX_CHAT?: number | null;
      OPERATOR_DATA?: string | null;
      DEFAULT_OPERATOR_DATA?: unknown;
      KPI_FIRST_ANSWER_TIME?: number | null;
      KPI_FIRST_ANSWER_ALERT?: boolean | null;
      KPI_FIRST_ANSWER_LIST?: unknown;
      KPI_FIRST_ANSWER_TEXT?: string | null;
      KPI_FURTHER_ANSWER_TIME?: number | null;
      KPI_FURTHER_ANSWER_ALERT?: boolean | null;
      KPI_FURTHER_ANSWER_LIST?: unknown;
      KPI_FURTHER_ANSWER_TEXT?: string | null;
      KPI_CHECK_OPERATOR_ACTIVITY?: boolean | null;
      SEND_NOTIFICATION_EMPTY_QUEUE?: boolean | null;
      USE_WELCOME_FORM?: boolean | null;
      WELCOME_FORM_ID?: string | null;
      WELCOME_FORM_DELAY?: boolean | null;
      SEND_WELCOME_EACH_SESSION?: boolean | null;
      CONFIRM_CLOSE?: boolean | null;
      IGNORE_WELCOME_FORM_RESPONSIBLE?: boolean | null;
      QUEUE?: string[] | null;
      QUEUE_FULL?: Record<string, {
        ID?: string | null;
        SORT?: string | null;
        USER_ID?: string | null;
        DEPARTMENT_ID?: string | null;
        USER_NAME?: unknown;
        USER_WORK_POSITION?: unknown;
        USER_AVATAR?: unknown;
        USER_AVATAR_ID?: string | null;
      }> | null;
      QUEUE_USERS_FIELDS?: Record<string, {
        USER_NAME?: unknown;
        USER_WORK_POSITION?: unknown;
        USER_AVATAR?: unknown;
        USER_AVATAR_ID?: string | null;
      }> | null;
      QUEUE_ONLINE?: boolean | null;
    };
  };
  /** Bitrix24 docs: imopenlines/openlines/imopenlines-config-list-get */
  "imopenlines.config.list.get": {
    params: {
      PARAMS?: {
        select?: readonly unknown[] | undefined;
        order?: Readonly<Record<string, unknown>> | undefined;
        filter?: Readonly<Record<string, unknown>> | undefined;
        limit?: number | string | undefined;
        offset?: number | string | undefined;
      } | undefined;
      OPTIONS?: {
        QUEUE?: YesNo | undefined;
        CONFIG_QUEUE?: YesNo | undefined;
      } | undefined;
    };
    result: {
      ID?: string | null;
      LINE_NAME?: string | null;
      ACTIVE?: boolean | null;
      QUEUE?: number[] | null;
      QUEUE_USERS_FIELDS?: Record<string, {
        USER_NAME?: string | null;
        USER_WORK_POSITION?: string | null;
        USER_AVATAR?: string | null;
        USER_AVATAR_ID?: string | null;
      }> | null;
      CONFIG_QUEUE?: {
        ENTITY_ID?: string | null;
        ENTITY_TYPE?: string | null;
      }[] | null;
    }[];
  };
  /** Bitrix24 docs: imopenlines/openlines/imopenlines-config-path-get */
  "imopenlines.config.path.get": {
    params: Record<never, never>;
    result: {
      SERVER_ADDRESS?: string | null;
      PUBLIC_PATH?: string | null;
    };
  };
  /** Bitrix24 docs: imopenlines/openlines/imopenlines-config-update */
  "imopenlines.config.update": {
    params: {
      CONFIG_ID: number | string;
      PARAMS?: Readonly<Record<string, unknown>> | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/chats/imopenlines-crm-chat-get */
  "imopenlines.crm.chat.get": {
    params: {
      CRM_ENTITY_TYPE: string;
      CRM_ENTITY: number | string;
      ACTIVE_ONLY?: YesNo | undefined;
    };
    result: {
      CHAT_ID?: string | null;
      CONNECTOR_ID?: string | null;
      CONNECTOR_TITLE?: string | null;
    }[];
  };
  /** Bitrix24 docs: imopenlines/openlines/chats/imopenlines-crm-chat-get-last-id */
  "imopenlines.crm.chat.getLastId": {
    params: {
      CRM_ENTITY_TYPE: string;
      CRM_ENTITY: number | string;
    };
    result: string;
  };
  /** Bitrix24 docs: imopenlines/openlines/chats/imopenlines-crm-chat-user-add */
  "imopenlines.crm.chat.user.add": {
    params: {
      CRM_ENTITY_TYPE: string;
      CRM_ENTITY: number | string;
      USER_ID: number | string;
      CHAT_ID?: number | string | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: imopenlines/openlines/chats/imopenlines-crm-chat-user-delete */
  "imopenlines.crm.chat.user.delete": {
    params: {
      CRM_ENTITY_TYPE: string;
      CRM_ENTITY: number | string;
      USER_ID: number | string;
      CHAT_ID?: number | string | undefined;
    };
    result: number;
  };
  /** Bitrix24 docs: imopenlines/openlines/sessions/imopenlines-crm-lead-create */
  "imopenlines.crm.lead.create": {
    params: {
      CHAT_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/messages/imopenlines-crm-message-add */
  "imopenlines.crm.message.add": {
    params: {
      CRM_ENTITY_TYPE: string;
      CRM_ENTITY: number | string;
      USER_ID: number | string;
      CHAT_ID: number | string;
      MESSAGE: string;
    };
    result: string;
  };
  /** Bitrix24 docs: imopenlines/openlines/sessions/imopenlines-dialog-get */
  "imopenlines.dialog.get": {
    params: {
      CHAT_ID?: number | string | undefined;
      DIALOG_ID?: string | undefined;
      SESSION_ID?: number | string | undefined;
      USER_CODE?: string | undefined;
    };
    result: {
      id?: string | null;
      parent_chat_id?: string | null;
      parent_message_id?: string | null;
      name?: string | null;
      description?: unknown;
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
  /** Bitrix24 docs: imopenlines/openlines/messages/imopenlines-message-quick-save */
  "imopenlines.message.quick.save": {
    params: {
      CHAT_ID: number | string;
      MESSAGE_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/sessions/imopenlines-message-session-start */
  "imopenlines.message.session.start": {
    params: {
      CHAT_ID: number | string;
      MESSAGE_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/imopenlines-network-join */
  "imopenlines.network.join": {
    params: {
      CODE: string;
    };
    result: number;
  };
  /** Bitrix24 docs: imopenlines/openlines/imopenlines-network-message-add */
  "imopenlines.network.message.add": {
    params: {
      CODE: string;
      USER_ID: number | string;
      MESSAGE: string;
      ATTACH?: unknown | undefined;
      KEYBOARD?: unknown | undefined;
      URL_PREVIEW?: YesNo | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/operators/imopenlines-operator-another-finish */
  "imopenlines.operator.another.finish": {
    params: {
      CHAT_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/operators/imopenlines-operator-answer */
  "imopenlines.operator.answer": {
    params: {
      CHAT_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/operators/imopenlines-operator-finish */
  "imopenlines.operator.finish": {
    params: {
      CHAT_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/operators/imopenlines-operator-skip */
  "imopenlines.operator.skip": {
    params: {
      CHAT_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/operators/imopenlines-operator-spam */
  "imopenlines.operator.spam": {
    params: {
      CHAT_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/operators/imopenlines-operator-transfer */
  "imopenlines.operator.transfer": {
    params: {
      CHAT_ID: number | string;
      TRANSFER_ID?: string | undefined;
      USER_ID?: number | string | undefined;
      QUEUE_ID?: number | string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/imopenlines-revision-get */
  "imopenlines.revision.get": {
    params: Record<never, never>;
    result: {
      rest?: number | null;
      web?: number | null;
      mobile?: number | null;
    };
  };
  /** Bitrix24 docs: imopenlines/openlines/sessions/imopenlines-session-head-vote */
  "imopenlines.session.head.vote": {
    params: {
      SESSION_ID: number | string;
      RATING?: number | string | undefined;
      COMMENT?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/sessions/imopenlines-session-history-get */
  "imopenlines.session.history.get": {
    params: {
      SESSION_ID?: number | string | undefined;
      CHAT_ID?: number | string | undefined;
    };
    result: {
      chatId: string;
      sessionId: string;
      canJoin?: boolean | null;
      canVoteHead?: boolean | null;
      userId?: string | null;
      message: Record<string, {
        id: string;
        chatid?: string | null;
        senderid: string;
        recipientid?: string | null;
        date?: string | null;
        text?: string | null;
        textlegacy?: string | null;
        params?: Record<string, unknown> | null;
      }>;
      usersMessage?: Record<string, unknown> | null;
      users?: Record<string, unknown> | null;
    };
  };
  /** Bitrix24 docs: imopenlines/openlines/sessions/imopenlines-session-intercept */
  "imopenlines.session.intercept": {
    params: {
      CHAT_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/sessions/imopenlines-session-join */
  "imopenlines.session.join": {
    params: {
      CHAT_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/sessions/imopenlines-session-mode-pin */
  "imopenlines.session.mode.pin": {
    params: {
      CHAT_ID: number | string;
      ACTIVATE?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/sessions/imopenlines-session-mode-pin-all */
  "imopenlines.session.mode.pinAll": {
    params: Record<never, never>;
    result: number[];
  };
  /** Bitrix24 docs: imopenlines/openlines/sessions/imopenlines-session-mode-silent */
  "imopenlines.session.mode.silent": {
    params: {
      CHAT_ID: number | string;
      ACTIVATE?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/openlines/sessions/imopenlines-session-mode-unpin-all */
  "imopenlines.session.mode.unpinAll": {
    params: Record<never, never>;
    result: number[];
  };
  /** Bitrix24 docs: imopenlines/openlines/sessions/imopenlines-session-open */
  "imopenlines.session.open": {
    params: {
      USER_CODE: string;
    };
    result: {
      chatId?: string | null;
    };
  };
  /** Bitrix24 docs: imopenlines/openlines/sessions/imopenlines-session-start */
  "imopenlines.session.start": {
    params: {
      CHAT_ID: number | string;
    };
    result: boolean;
  };
}
