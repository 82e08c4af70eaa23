// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

export interface ImMethods {
  /** Bitrix24 docs: chats/im-chat-add */
  "im.chat.add": {
    params: {
      USERS?: readonly unknown[] | undefined;
      TYPE?: string | undefined;
      TITLE?: string | undefined;
      DESCRIPTION?: string | undefined;
      COLOR?: string | undefined;
      MESSAGE?: string | undefined;
      AVATAR?: string | undefined;
      ENTITY_TYPE?: string | undefined;
      ENTITY_ID?: string | undefined;
      COPILOT_MAIN_ROLE?: string | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: chats/im-chat-get */
  "im.chat.get": {
    params: {
      ENTITY_TYPE: string;
      ENTITY_ID: string;
    };
    result: {
      ID?: string | null;
    };
  };
  /** Bitrix24 docs: chats/chat-users/im-chat-leave */
  "im.chat.leave": {
    params: {
      CHAT_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/special-operations/im-chat-mute */
  "im.chat.mute": {
    params: {
      CHAT_ID?: number | string | undefined;
      DIALOG_ID?: string | undefined;
      MUTE?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/chat-update/im-chat-set-owner */
  "im.chat.setOwner": {
    params: {
      CHAT_ID?: number | string | undefined;
      DIALOG_ID?: string | undefined;
      USER_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/chat-update/im-chat-update-avatar */
  "im.chat.updateAvatar": {
    params: {
      CHAT_ID?: number | string | undefined;
      DIALOG_ID?: string | undefined;
      AVATAR: string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/chat-update/im-chat-update-color */
  "im.chat.updateColor": {
    params: {
      CHAT_ID?: number | string | undefined;
      DIALOG_ID?: string | undefined;
      COLOR: string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/chat-update/im-chat-update-title */
  "im.chat.updateTitle": {
    params: {
      CHAT_ID?: number | string | undefined;
      DIALOG_ID?: string | undefined;
      TITLE: string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/chat-users/im-chat-user-add */
  "im.chat.user.add": {
    params: {
      CHAT_ID: number | string;
      USERS: readonly unknown[];
      HIDE_HISTORY?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/chat-users/im-chat-user-delete */
  "im.chat.user.delete": {
    params: {
      CHAT_ID: number | string;
      USER_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/chat-users/im-chat-user-list */
  "im.chat.user.list": {
    params: {
      CHAT_ID: number | string;
    };
    result: number[];
  };
  /** Bitrix24 docs: chats/im-counters-get */
  "im.counters.get": {
    params: Record<never, never>;
    result: {
      TYPE?: {
        ALL?: number | null;
        NOTIFY?: number | null;
        CHAT?: number | null;
        LINES?: number | null;
        DIALOG?: number | null;
        MESSENGER?: number | null;
      } | null;
      CHAT?: unknown;
      CHAT_MUTED?: Record<string, number> | null;
      CHAT_UNREAD?: unknown;
      LINES?: unknown;
      DIALOG?: Record<string, number> | null;
      DIALOG_UNREAD?: unknown;
    };
  };
  /** Bitrix24 docs: chats/departments/im-department-colleagues-list */
  "im.department.colleagues.list": {
    params: {
      USER_DATA?: string | undefined;
      OFFSET?: number | string | undefined;
      LIMIT?: number | string | undefined;
    };
    result: number[];
  };
  /** Bitrix24 docs: chats/departments/im-department-employees-get */
  "im.department.employees.get": {
    params: {
      ID: readonly unknown[];
      USER_DATA?: string | undefined;
    };
    result: Record<string, number[]>;
  };
  /** Bitrix24 docs: chats/departments/im-department-get */
  "im.department.get": {
    params: {
      ID: readonly unknown[];
      USER_DATA?: string | undefined;
    };
    result: {
      id?: string | null;
      name?: string | null;
      full_name?: string | null;
      manager_user_id?: string | null;
    }[];
  };
  /** Bitrix24 docs: chats/departments/im-department-managers-get */
  "im.department.managers.get": {
    params: {
      ID: readonly unknown[];
      USER_DATA?: string | undefined;
    };
    result: Record<string, number[]>;
  };
  /** Bitrix24 docs: chats/im-dialog-get */
  "im.dialog.get": {
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
        avatar?: unknown;
        rename?: boolean | null;
        extend?: boolean | null;
        call?: boolean | null;
        mute?: boolean | null;
        leave?: boolean | null;
        leave_owner?: boolean | null;
        send?: boolean | null;
        user_list?: boolean | null;
        path?: string | null;
        path_title?: string | null;
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
        date?: string | null;
      }[] | null;
      manager_list?: number[] | null;
      last_message_views?: {
        message_id?: string | null;
        first_viewers?: unknown;
        count_of_viewers?: number | null;
      } | null;
      dialog_id?: string | null;
    };
  };
  /** Bitrix24 docs: chats/messages/im-dialog-messages-get */
  "im.dialog.messages.get": {
    params: {
      DIALOG_ID: string;
      LAST_ID?: number | string | undefined;
      FIRST_ID?: number | string | undefined;
      LIMIT?: number | string | undefined;
    };
    result: {
      chat_id: string;
      messages: {
        id: string;
        chat_id?: string | null;
        author_id: string;
        date?: string | null;
        text?: string | null;
        unread?: boolean | null;
        uuid?: string | null;
        replaces?: unknown;
        params?: {
          LIKE?: number[] | null;
        } | null;
        disappearing_date?: unknown;
      }[];
      users?: {
        id?: string | null;
        active?: boolean | null;
        name?: string | null;
        first_name?: string | null;
        last_name?: string | null;
        work_position?: string | null;
        color?: string | null;
        avatar?: string | null;
        avatar_hr?: string | null;
        gender?: string | null;
        birthday?: string | null;
        extranet?: boolean | null;
        network?: boolean | null;
        bot?: boolean | null;
        connector?: boolean | null;
        external_auth_id?: string | null;
        status?: string | null;
        idle?: unknown;
        last_activity_date?: string | null;
        mobile_last_date?: unknown;
        desktop_last_date?: unknown;
        absent?: unknown;
        departments?: number[] | null;
        phones?: {
          work_phone?: string | null;
          personal_mobile?: string | null;
          inner_phone?: string | null;
        } | null;
        bot_data?: unknown;
        type?: string | null;
        website?: string | null;
        email?: string | null;
      }[] | null;
      files?: {
        id?: string | null;
        chatId?: string | null;
        date?: string | null;
        type?: string | null;
        name?: string | null;
        extension?: string | null;
        size?: number | null;
        image?: {
          height?: number | null;
          width?: number | null;
        } | null;
        status?: string | null;
        progress?: number | null;
        authorId?: string | null;
        authorName?: string | null;
        urlPreview?: string | null;
        urlShow?: string | null;
        urlDownload?: string | null;
        viewerAttrs?: {
          viewer?: string | null;
          viewerType?: string | null;
          src?: string | null;
          viewerResized?: string | null;
          objectId?: string | null;
          viewerGroupBy?: string | null;
          imChatId?: string | null;
          title?: string | null;
          actions?: string | null;
        } | null;
        mediaUrl?: {
          preview?: Record<string, string> | null;
        } | null;
        isTranscribable?: boolean | null;
        isVideoNote?: boolean | null;
        isVoiceNote?: boolean | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: chats/messages/im-dialog-messages-search */
  "im.dialog.messages.search": {
    params: {
      CHAT_ID: number | string;
      SEARCH_MESSAGE?: string | undefined;
      DATE_FROM?: string | undefined;
      DATE_TO?: string | undefined;
      DATE?: string | undefined;
      ORDER?: Readonly<Record<string, unknown>> | undefined;
      LIMIT?: number | string | undefined;
      LAST_ID?: number | string | undefined;
    };
    result: {
      users?: {
        id?: string | null;
        active?: boolean | null;
        name?: string | null;
        firstName?: string | null;
        lastName?: string | null;
        workPosition?: string | null;
        color?: string | null;
        avatar?: string | null;
        avatarHr?: string | null;
        gender?: string | null;
        birthday?: string | null;
        extranet?: boolean | null;
        network?: boolean | null;
        bot?: boolean | null;
        connector?: boolean | null;
        externalAuthId?: string | null;
        status?: string | null;
        idle?: unknown;
        lastActivityDate?: string | null;
        mobileLastDate?: unknown;
        desktopLastDate?: unknown;
        absent?: unknown;
        departments?: number[] | null;
        phones?: {
          personal_mobile?: string | null;
          inner_phone?: string | null;
        } | null;
        botData?: unknown;
        type?: string | null;
        website?: string | null;
        email?: string | null;
      }[] | null;
      files?: unknown;
      additionalMessages?: unknown;
      copilot?: unknown;
      stickers?: unknown;
      reactions?: unknown;
      tariffRestrictions?: {
        isHistoryLimitExceeded?: boolean | null;
      } | null;
      usersShort?: unknown;
      messages?: {
        id?: string | null;
        chatId?: string | null;
        chat_id?: string | null;
        authorId?: string | null;
        author_id?: string | null;
        date?: string | null;
        text?: string | null;
        isSystem?: boolean | null;
        uuid?: string | null;
        forward?: unknown;
        params?: unknown;
        viewedByOthers?: boolean | null;
        block?: unknown;
        unread?: boolean | null;
        viewed?: boolean | null;
        viewedCount?: number | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: chats/messages/im-dialog-read */
  "im.dialog.read": {
    params: {
      DIALOG_ID: string;
      MESSAGE_ID?: number | string | undefined;
    };
    result: {
      dialogId?: string | null;
      chatId?: string | null;
      lastId?: string | null;
      counter?: number | null;
    };
  };
  /** Bitrix24 docs: chats/special-operations/im-dialog-read-all */
  "im.dialog.read.all": {
    params: Record<never, never>;
    result: boolean;
  };
  /** Bitrix24 docs: chats/messages/im-dialog-unread */
  "im.dialog.unread": {
    params: {
      DIALOG_ID: string;
      MESSAGE_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/chat-users/im-dialog-users-list */
  "im.dialog.users.list": {
    params: {
      DIALOG_ID: string;
      SKIP_EXTERNAL?: string | undefined;
      SKIP_EXTERNAL_EXCEPT_TYPES?: string | undefined;
      LIMIT?: number | string | undefined;
      LAST_ID?: number | string | undefined;
      OFFSET?: number | string | undefined;
    };
    result: {
      id?: string | null;
      active?: boolean | null;
      name?: string | null;
      first_name?: string | null;
      last_name?: string | null;
      work_position?: string | null;
      color?: string | null;
      avatar?: string | null;
      avatar_hr?: string | null;
      gender?: string | null;
      birthday?: string | null;
      extranet?: boolean | null;
      network?: boolean | null;
      bot?: boolean | null;
      connector?: boolean | null;
      external_auth_id?: string | null;
      status?: string | null;
      idle?: unknown;
      last_activity_date?: string | null;
      mobile_last_date?: unknown;
      desktop_last_date?: unknown;
      absent?: unknown;
      departments?: number[] | null;
      phones?: {
        personal_mobile?: string | null;
      } | null;
      bot_data?: unknown;
      type?: string | null;
      website?: string | null;
      email?: string | null;
    }[];
  };
  /** Bitrix24 docs: chats/messages/im-dialog-writing */
  "im.dialog.writing": {
    params: {
      DIALOG_ID: string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/files/im-disk-file-commit */
  "im.disk.file.commit": {
    params: {
      CHAT_ID?: number | string | undefined;
      DIALOG_ID?: string | undefined;
      FILE_ID?: unknown | undefined;
      UPLOAD_ID?: unknown | undefined;
      MESSAGE?: string | undefined;
      SILENT_MODE?: string | undefined;
      AS_FILE?: string | undefined;
    };
    result: {
      FILES?: {
        upload5249?: {
          id?: string | null;
          chatId?: string | null;
          date?: Record<string, unknown> | null;
          type?: string | null;
          name?: string | null;
          extension?: string | null;
          size?: number | null;
          image?: {
            height?: number | null;
            width?: number | null;
          } | null;
          status?: string | null;
          progress?: number | null;
          authorId?: string | null;
          authorName?: string | null;
          urlPreview?: string | null;
          urlShow?: string | null;
          urlDownload?: string | null;
          viewerAttrs?: {
            viewer?: string | null;
            viewerType?: string | null;
            src?: string | null;
            viewerResized?: string | null;
            objectId?: string | null;
            viewerGroupBy?: string | null;
            imChatId?: string | null;
            title?: string | null;
            actions?: string | null;
          } | null;
          mediaUrl?: {
            preview?: Record<string, string> | null;
          } | null;
          isTranscribable?: boolean | null;
          isVideoNote?: boolean | null;
          isVoiceNote?: boolean | null;
        } | null;
      } | null;
      DISK_ID?: string[] | null;
      FILE_MODELS?: {
        upload5249?: {
          id?: string | null;
          name?: string | null;
          createTime?: Record<string, unknown> | null;
          updateTime?: Record<string, unknown> | null;
          deleteTime?: unknown;
          code?: string | null;
          xmlId?: string | null;
          storageId?: string | null;
          realObjectId?: string | null;
          parentId?: string | null;
          deletedType?: number | null;
          createdBy?: string | null;
          updatedBy?: string | null;
          deletedBy?: string | null;
          uniqueCode?: string | null;
          typeFile?: number | null;
          globalContentVersion?: number | null;
          fileId?: string | null;
          size?: number | null;
          etag?: string | null;
          links?: {
            download?: string | null;
            showInGrid?: string | null;
            preview?: string | null;
          } | null;
        } | null;
      } | null;
      MESSAGE_ID?: string | null;
    };
  };
  /** Bitrix24 docs: chats/files/im-disk-file-delete */
  "im.disk.file.delete": {
    params: {
      CHAT_ID: number | string;
      FILE_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/files/im-disk-file-save */
  "im.disk.file.save": {
    params: {
      FILE_ID: number | string;
    };
    result: {
      folder?: {
        id?: string | null;
        name?: string | null;
      } | null;
      file?: {
        id?: string | null;
        name?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: chats/files/im-disk-folder-get */
  "im.disk.folder.get": {
    params: {
      CHAT_ID?: number | string | undefined;
      DIALOG_ID?: string | undefined;
    };
    result: {
      ID?: string | null;
    };
  };
  /** Bitrix24 docs: chats/messages/im-message-add */
  "im.message.add": {
    params: {
      DIALOG_ID: string;
      MESSAGE?: string | undefined;
      ATTACH?: unknown | undefined;
      KEYBOARD?: unknown | undefined;
      MENU?: unknown | undefined;
      SYSTEM?: string | undefined;
      URL_PREVIEW?: string | undefined;
      REPLY_ID?: number | string | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: chats/messages/im-message-command */
  "im.message.command": {
    params: {
      MESSAGE_ID: number | string;
      BOT_ID: number | string;
      COMMAND: string;
      COMMAND_PARAMS?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/messages/im-message-delete */
  "im.message.delete": {
    params: {
      MESSAGE_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/messages/im-message-like */
  "im.message.like": {
    params: {
      MESSAGE_ID: number | string;
      ACTION?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/messages/im-message-share */
  "im.message.share": {
    params: {
      MESSAGE_ID: number | string;
      DIALOG_ID: string;
      TYPE: string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/messages/im-message-update */
  "im.message.update": {
    params: {
      MESSAGE_ID: number | string;
      MESSAGE?: string | undefined;
      ATTACH?: unknown | undefined;
      KEYBOARD?: unknown | undefined;
      MENU?: unknown | undefined;
      URL_PREVIEW?: string | undefined;
      IS_EDITED?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/notifications/im-notify */
  "im.notify": {
    params: {
      USER_ID: number | string;
      TYPE?: string | undefined;
      MESSAGE: string;
      MESSAGE_OUT?: string | undefined;
      TAG?: string | undefined;
      SUB_TAG?: string | undefined;
      ATTACH?: unknown | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: chats/notifications/im-notify-answer */
  "im.notify.answer": {
    params: {
      NOTIFY_ID: number | string;
      ANSWER_TEXT: string;
    };
    result: {
      result_message?: string[] | null;
    };
  };
  /** Bitrix24 docs: chats/notifications/im-notify-confirm */
  "im.notify.confirm": {
    params: {
      NOTIFY_ID: number | string;
      NOTIFY_VALUE: string;
    };
    result: {
      result_message?: string[] | null;
    };
  };
  /** Bitrix24 docs: chats/notifications/im-notify-delete */
  "im.notify.delete": {
    params: {
      ID?: number | string | undefined;
      TAG?: string | undefined;
      SUB_TAG?: string | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/notifications/im-notify-get */
  "im.notify.get": {
    params: {
      LAST_ID?: number | string | undefined;
      LAST_TYPE?: number | string | undefined;
      LIMIT?: number | string | undefined;
      CONVERT_TEXT?: string | undefined;
    };
    result: {
      total_count?: number | null;
      total_unread_count?: number | null;
      chat_id?: string | null;
      notifications?: {
        id?: string | null;
        chat_id?: string | null;
        author_id?: string | null;
        date?: string | null;
        notify_type?: number | null;
        notify_module?: string | null;
        notify_event?: string | null;
        notify_tag?: string | null;
        notify_sub_tag?: string | null;
        notify_title?: string | null;
        setting_name?: string | null;
        text?: string | null;
        notify_read?: boolean | null;
        params?: unknown;
      }[] | null;
      users?: {
        id?: string | null;
        active?: boolean | null;
        name?: string | null;
        first_name?: string | null;
        last_name?: string | null;
        work_position?: string | null;
        color?: string | null;
        avatar?: string | null;
        avatar_hr?: string | null;
        gender?: string | null;
        birthday?: string | null;
        extranet?: boolean | null;
        network?: boolean | null;
        bot?: boolean | null;
        connector?: boolean | null;
        external_auth_id?: string | null;
        status?: string | null;
        idle?: unknown;
        last_activity_date?: string | null;
        mobile_last_date?: unknown;
        desktop_last_date?: unknown;
        absent?: unknown;
        departments?: number[] | null;
        phones?: {
          work_phone?: string | null;
          inner_phone?: string | null;
        } | null;
        bot_data?: unknown;
        type?: string | null;
        website?: string | null;
        email?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: chats/notifications/im-notify-history-search */
  "im.notify.history.search": {
    params: {
      SEARCH_TEXT?: string | undefined;
      SEARCH_TYPE?: string | undefined;
      SEARCH_TYPES?: readonly unknown[] | undefined;
      SEARCH_DATE?: string | undefined;
      SEARCH_DATE_FROM?: string | undefined;
      SEARCH_DATE_TO?: string | undefined;
      SEARCH_AUTHORS?: readonly unknown[] | undefined;
      LAST_ID?: number | string | undefined;
      LIMIT?: number | string | undefined;
      CONVERT_TEXT?: string | undefined;
      GROUP_TAG?: string | undefined;
    };
    result: {
      chat_id?: string | null;
      total_results?: number | null;
      notifications?: {
        id?: string | null;
        chat_id?: string | null;
        author_id?: string | null;
        date?: string | null;
        notify_type?: number | null;
        notify_module?: string | null;
        notify_event?: string | null;
        notify_tag?: string | null;
        notify_sub_tag?: string | null;
        notify_title?: string | null;
        setting_name?: string | null;
        text?: string | null;
        notify_read?: boolean | null;
        params?: unknown;
      }[] | null;
      users?: {
        id?: string | null;
        active?: boolean | null;
        name?: string | null;
        first_name?: string | null;
        last_name?: string | null;
        work_position?: string | null;
        color?: string | null;
        avatar?: string | null;
        avatar_hr?: string | null;
        gender?: string | null;
        birthday?: string | null;
        extranet?: boolean | null;
        network?: boolean | null;
        bot?: boolean | null;
        connector?: boolean | null;
        external_auth_id?: string | null;
        status?: string | null;
        idle?: unknown;
        last_activity_date?: string | null;
        mobile_last_date?: unknown;
        desktop_last_date?: unknown;
        absent?: unknown;
        departments?: number[] | null;
        phones?: {
          work_phone?: string | null;
          inner_phone?: string | null;
        } | null;
        bot_data?: unknown;
        type?: string | null;
        website?: string | null;
        email?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: chats/notifications/im-notify-personal-add */
  "im.notify.personal.add": {
    params: {
      USER_ID: number | string;
      MESSAGE: string;
      MESSAGE_OUT?: string | undefined;
      TAG?: string | undefined;
      SUB_TAG?: string | undefined;
      ATTACH?: unknown | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: chats/notifications/im-notify-read */
  "im.notify.read": {
    params: {
      ID?: number | string | undefined;
      ACTION?: string | undefined;
      ONLY_CURRENT?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/notifications/im-notify-read-all */
  "im.notify.read.all": {
    params: Record<never, never>;
    result: {
      result?: boolean | null;
      newCounter?: number | null;
    };
  };
  /** Bitrix24 docs: chats/notifications/im-notify-read-list */
  "im.notify.read.list": {
    params: {
      IDS: readonly unknown[];
      ACTION?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/notifications/im-notify-schema-get */
  "im.notify.schema.get": {
    params: Record<never, never>;
    result: {
      tasks?: {
        NAME?: string | null;
        MODULE_ID?: string | null;
        LIST?: {
          ID?: string | null;
          NAME?: string | null;
        }[] | null;
      } | null;
    };
  };
  /** Bitrix24 docs: chats/notifications/im-notify-system-add */
  "im.notify.system.add": {
    params: {
      USER_ID: number | string;
      MESSAGE: string;
      MESSAGE_OUT?: string | undefined;
      TAG?: string | undefined;
      SUB_TAG?: string | undefined;
      ATTACH?: unknown | undefined;
      CLIENT_ID?: string | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: chats/im-recent-get */
  "im.recent.get": {
    params: {
      SKIP_OPENLINES?: string | undefined;
      SKIP_CHAT?: string | undefined;
      SKIP_DIALOG?: string | undefined;
      LAST_UPDATE?: string | undefined;
      ONLY_OPENLINES?: string | undefined;
      LAST_SYNC_DATE?: string | undefined;
    };
    result: {
      id?: string | null;
      chat_id?: string | null;
      type?: string | null;
      avatar?: {
        url?: string | null;
        color?: string | null;
      } | null;
      title?: string | null;
      message?: {
        id?: string | null;
        text?: string | null;
        file?: unknown;
        author_id?: string | null;
        attach?: boolean | null;
        sticker?: unknown;
        date?: string | null;
        status?: string | null;
        uuid?: string | null;
      } | null;
      counter?: number | null;
      last_id?: string | null;
      pinned?: boolean | null;
      unread?: boolean | null;
      has_reminder?: boolean | null;
      date_update?: string | null;
      date_last_activity?: string | null;
      chat?: {
        id?: string | null;
        parent_chat_id?: string | null;
        parent_message_id?: string | null;
        name?: string | null;
        owner?: number | null;
        extranet?: boolean | null;
        contains_collaber?: boolean | null;
        avatar?: string | null;
        color?: string | null;
        type?: string | null;
        entity_type?: string | null;
        entity_id?: string | null;
        entity_data_1?: string | null;
        entity_data_2?: string | null;
        entity_data_3?: string | null;
        mute_list?: unknown;
        manager_list?: number[] | null;
        date_create?: string | null;
        message_type?: string | null;
        user_counter?: number | null;
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
        role?: string | null;
        text_field_enabled?: boolean | null;
        background_id?: string | null;
        entity_link?: {
          type?: string | null;
          url?: string | null;
          id?: string | null;
        } | null;
        permissions?: {
          manage_users_add?: string | null;
          manage_users_delete?: string | null;
          manage_ui?: string | null;
          manage_settings?: string | null;
          manage_messages?: string | null;
          can_post?: string | null;
        } | null;
        public?: string | null;
      } | null;
      user?: {
        id?: string | null;
      } | null;
      options?: unknown;
    }[];
  };
  /** Bitrix24 docs: chats/special-operations/im-recent-hide */
  "im.recent.hide": {
    params: {
      DIALOG_ID: string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/im-recent-list */
  "im.recent.list": {
    params: {
      SKIP_OPENLINES?: string | undefined;
      SKIP_DIALOG?: string | undefined;
      SKIP_CHAT?: string | undefined;
      LAST_MESSAGE_DATE?: string | undefined;
      UNREAD_ONLY?: string | undefined;
      PARSE_TEXT?: string | undefined;
      GET_ORIGINAL_TEXT?: string | undefined;
      SKIP_UNDISTRIBUTED_OPENLINES?: string | undefined;
      ONLY_COPILOT?: string | undefined;
      ONLY_CHANNEL?: string | undefined;
      CAN_MANAGE_MESSAGES?: string | undefined;
      OFFSET?: number | string | undefined;
      LIMIT?: number | string | undefined;
    };
    result: {
      items?: {
        id?: string | null;
        chat_id?: string | null;
        type?: string | null;
        avatar?: {
          url?: string | null;
          color?: string | null;
        } | null;
        title?: string | null;
        message?: {
          id?: string | null;
          text?: string | null;
          file?: unknown;
          author_id?: string | null;
          attach?: boolean | null;
          sticker?: unknown;
          date?: string | null;
          status?: string | null;
          uuid?: string | null;
        } | null;
        counter?: number | null;
        last_id?: string | null;
        pinned?: boolean | null;
        unread?: boolean | null;
        has_reminder?: boolean | null;
        date_update?: string | null;
        date_last_activity?: string | null;
        user?: {
          id?: string | null;
          active?: boolean | null;
          name?: string | null;
          first_name?: string | null;
          last_name?: string | null;
          work_position?: string | null;
          color?: string | null;
          avatar?: string | null;
          avatar_hr?: string | null;
          gender?: string | null;
          birthday?: string | null;
          extranet?: boolean | null;
          network?: boolean | null;
          bot?: boolean | null;
          connector?: boolean | null;
          external_auth_id?: string | null;
          status?: string | null;
          idle?: unknown;
          last_activity_date?: string | null;
          mobile_last_date?: unknown;
          desktop_last_date?: unknown;
          absent?: unknown;
          departments?: number[] | null;
          phones?: {
            work_phone?: string | null;
            personal_mobile?: string | null;
            inner_phone?: string | null;
          } | null;
          bot_data?: unknown;
          type?: string | null;
          website?: string | null;
          email?: string | null;
        } | null;
        chat?: {
          text_field_enabled?: boolean | null;
          background_id?: string | null;
          mute_list?: Record<string, boolean> | null;
          id?: string | null;
          parent_chat_id?: string | null;
          parent_message_id?: string | null;
          name?: string | null;
          owner?: number | null;
          extranet?: boolean | null;
          contains_collaber?: boolean | null;
          avatar?: string | null;
          color?: string | null;
          type?: string | null;
          entity_type?: string | null;
          entity_id?: string | null;
          entity_data_1?: string | null;
          entity_data_2?: string | null;
          entity_data_3?: string | null;
          manager_list?: number[] | null;
          date_create?: string | null;
          message_type?: string | null;
          user_counter?: number | null;
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
          role?: string | null;
          entity_link?: {
            type?: string | null;
            url?: string | null;
            id?: string | null;
          } | null;
          permissions?: {
            manage_users_add?: string | null;
            manage_users_delete?: string | null;
            manage_ui?: string | null;
            manage_settings?: string | null;
            manage_messages?: string | null;
            can_post?: string | null;
          } | null;
          public?: string | null;
        } | null;
        options?: unknown;
      }[] | null;
      hasMorePages?: boolean | null;
      hasMore?: boolean | null;
      copilot?: {
        chats?: unknown;
        messages?: unknown;
        roles?: Record<string, unknown> | null;
        recommendedRoles?: unknown;
      } | null;
      messagesAutoDeleteConfigs?: unknown;
    };
  };
  /** Bitrix24 docs: chats/special-operations/im-recent-pin */
  "im.recent.pin": {
    params: {
      DIALOG_ID: string;
      PIN?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/special-operations/im-recent-unread */
  "im.recent.unread": {
    params: {
      DIALOG_ID: string;
      ACTION?: string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/im-revision-get */
  "im.revision.get": {
    params: Record<never, never>;
    result: {
      rest?: number | null;
      web?: number | null;
      mobile?: number | null;
      desktop?: number | null;
      im_revision_mobile?: number | null;
    };
  };
  /** Bitrix24 docs: chats/search/im-search-chat-list */
  "im.search.chat.list": {
    params: {
      FIND?: string | undefined;
      FIND_LINES?: string | undefined;
      OFFSET?: number | string | undefined;
      LIMIT?: number | string | undefined;
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
        avatar?: unknown;
        rename?: boolean | null;
        extend?: boolean | null;
        call?: boolean | null;
        mute?: boolean | null;
        leave?: boolean | null;
        leave_owner?: boolean | null;
        send?: boolean | null;
        user_list?: boolean | null;
        path?: string | null;
        path_title?: string | null;
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
    }[];
  };
  /** Bitrix24 docs: chats/search/im-search-department-list */
  "im.search.department.list": {
    params: {
      FIND: string;
      USER_DATA?: string | undefined;
      OFFSET?: number | string | undefined;
      LIMIT?: number | string | undefined;
    };
    result: {
      id?: string | null;
      name?: string | null;
      full_name?: string | null;
      manager_user_id?: string | null;
      manager_user_data?: {
        id?: string | null;
        active?: boolean | null;
        name?: string | null;
        first_name?: string | null;
        last_name?: string | null;
        work_position?: string | null;
        color?: string | null;
        avatar?: string | null;
        avatar_hr?: string | null;
        gender?: string | null;
        birthday?: string | null;
        extranet?: boolean | null;
        network?: boolean | null;
        bot?: boolean | null;
        connector?: boolean | null;
        external_auth_id?: string | null;
        status?: string | null;
        idle?: unknown;
        last_activity_date?: string | null;
        mobile_last_date?: unknown;
        desktop_last_date?: unknown;
        absent?: unknown;
        departments?: number[] | null;
        phones?: {
          work_phone?: string | null;
          inner_phone?: string | null;
        } | null;
        bot_data?: unknown;
        type?: string | null;
        website?: string | null;
        email?: string | null;
      } | null;
    }[];
  };
  /** Bitrix24 docs: chats/search/im-search-last-add */
  "im.search.last.add": {
    params: {
      DIALOG_ID: string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/search/im-search-last-delete */
  "im.search.last.delete": {
    params: {
      DIALOG_ID: string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/search/im-search-last-get */
  "im.search.last.get": {
    params: {
      SKIP_OPENLINES?: string | undefined;
      SKIP_CHAT?: string | undefined;
      SKIP_DIALOG?: string | undefined;
    };
    result: {
      id?: string | null;
      type?: string | null;
      avatar?: {
        url?: string | null;
        color?: string | null;
      } | null;
      title?: string | null;
      chat?: {
        id?: string | null;
        name?: string | null;
        owner?: number | null;
        extranet?: boolean | null;
        avatar?: string | null;
        color?: string | null;
        type?: string | null;
        entity_type?: string | null;
        entity_id?: string | null;
        entity_data_1?: string | null;
        entity_data_2?: string | null;
        entity_data_3?: string | null;
        mute_list?: unknown;
        date_create?: string | null;
        message_type?: string | null;
      } | null;
      user?: {
        id?: string | null;
        active?: boolean | null;
        name?: string | null;
        first_name?: string | null;
        last_name?: string | null;
        work_position?: string | null;
        color?: string | null;
        avatar?: string | null;
        avatar_hr?: string | null;
        gender?: string | null;
        birthday?: string | null;
        extranet?: boolean | null;
        network?: boolean | null;
        bot?: boolean | null;
        connector?: boolean | null;
        external_auth_id?: string | null;
        status?: string | null;
        idle?: unknown;
        last_activity_date?: string | null;
        mobile_last_date?: unknown;
        desktop_last_date?: unknown;
        absent?: unknown;
        departments?: number[] | null;
        phones?: {
          personal_mobile?: string | null;
          work_phone?: string | null;
          inner_phone?: string | null;
        } | null;
        bot_data?: unknown;
        type?: string | null;
        website?: string | null;
        email?: string | null;
      } | null;
    }[];
  };
  /** Bitrix24 docs: chats/search/im-search-user-list */
  "im.search.user.list": {
    params: {
      FIND: string;
      BUSINESS?: string | undefined;
      OFFSET?: number | string | undefined;
      LIMIT?: number | string | undefined;
    };
    result: Record<string, {
      id?: string | null;
      name?: string | null;
      first_name?: string | null;
      last_name?: string | null;
      work_position?: string | null;
      color?: string | null;
      avatar?: string | null;
      gender?: string | null;
      birthday?: string | null;
      extranet?: boolean | null;
      network?: boolean | null;
      bot?: boolean | null;
      connector?: boolean | null;
      external_auth_id?: string | null;
      status?: string | null;
      idle?: unknown;
      last_activity_date?: string | null;
      mobile_last_date?: unknown;
      departments?: number[] | null;
      absent?: unknown;
      phones?: {
        work_phone?: string | null;
        personal_mobile?: string | null;
        inner_phone?: string | null;
      } | null;
    }>;
  };
  /** Bitrix24 docs: chats/users/im-user-get */
  "im.user.get": {
    params: {
      ID?: number | string | undefined;
      AVATAR_HR?: string | undefined;
    };
    result: {
      id?: string | null;
      active?: boolean | null;
      name?: string | null;
      first_name?: string | null;
      last_name?: string | null;
      work_position?: string | null;
      color?: string | null;
      avatar?: string | null;
      avatar_hr?: string | null;
      gender?: string | null;
      birthday?: string | null;
      extranet?: boolean | null;
      network?: boolean | null;
      bot?: boolean | null;
      connector?: boolean | null;
      external_auth_id?: string | null;
      status?: string | null;
      idle?: unknown;
      last_activity_date?: string | null;
      mobile_last_date?: unknown;
      desktop_last_date?: unknown;
      absent?: unknown;
      departments?: number[] | null;
      phones?: {
        work_phone?: string | null;
        personal_mobile?: string | null;
        inner_phone?: string | null;
      } | null;
      website?: string | null;
      email?: string | null;
      bot_data?: unknown;
      type?: string | null;
    };
  };
  /** Bitrix24 docs: chats/users/im-user-list-get */
  "im.user.list.get": {
    params: {
      ID: readonly unknown[];
      AVATAR_HR?: string | undefined;
      RESULT_TYPE?: string | undefined;
    };
    result: {
      id?: string | null;
      active?: boolean | null;
      name?: string | null;
      first_name?: string | null;
      last_name?: string | null;
      work_position?: string | null;
      color?: string | null;
      avatar?: string | null;
      avatar_hr?: string | null;
      gender?: string | null;
      birthday?: string | null;
      extranet?: boolean | null;
      network?: boolean | null;
      bot?: boolean | null;
      connector?: boolean | null;
      external_auth_id?: string | null;
      status?: string | null;
      idle?: unknown;
      last_activity_date?: string | null;
      mobile_last_date?: unknown;
      desktop_last_date?: unknown;
      absent?: unknown;
      departments?: number[] | null;
      phones?: {
        work_phone?: string | null;
        personal_mobile?: string | null;
        inner_phone?: string | null;
      } | null;
      website?: string | null;
      email?: string | null;
      bot_data?: unknown;
      type?: string | null;
    }[];
  };
  /** Bitrix24 docs: chats/users/im-user-status-get */
  "im.user.status.get": {
    params: Record<never, never>;
    result: string;
  };
  /** Bitrix24 docs: chats/users/im-user-status-idle-end */
  "im.user.status.idle.end": {
    params: Record<never, never>;
    result: boolean;
  };
  /** Bitrix24 docs: chats/users/im-user-status-idle-start */
  "im.user.status.idle.start": {
    params: {
      AGO?: number | string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chats/users/im-user-status-set */
  "im.user.status.set": {
    params: {
      STATUS: string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/im.v2/events/event-get */
  "im.v2.Event.get": {
    params: {
      offset?: number | string | undefined;
      limit?: number | string | undefined;
    };
    result: {
      events?: {
        eventId?: string | null;
        type?: string | null;
        date?: string | null;
        data?: Record<string, unknown> | null;
      }[] | null;
      nextOffset?: number | null;
      hasMore?: boolean | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/im.v2/events/event-subscribe */
  "im.v2.Event.subscribe": {
    params: Record<never, never>;
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/im.v2/events/event-unsubscribe */
  "im.v2.Event.unsubscribe": {
    params: Record<never, never>;
    result: boolean;
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/im.v2/files/file-download */
  "im.v2.File.download": {
    params: {
      dialogId: string;
      fileId: number | string;
    };
    result: {
      downloadUrl?: string | null;
    };
  };
  /** Bitrix24 docs: chat-bots/chat-bots-v2/im.v2/files/file-upload */
  "im.v2.File.upload": {
    params: {
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
        date?: string | null;
        type?: string | null;
        name?: string | null;
        extension?: string | null;
        size?: number | null;
        image?: unknown;
        status?: string | null;
        progress?: number | null;
        authorId?: string | null;
        authorName?: string | null;
        urlPreview?: string | null;
        urlShow?: string | null;
        urlDownload?: string | null;
        viewerAttrs?: {
          viewer?: string | null;
          viewerType?: string | null;
          src?: string | null;
          objectId?: string | null;
          viewerGroupBy?: string | null;
          imChatId?: string | null;
          title?: string | null;
          unifiedLink?: string | null;
          actions?: string | null;
        } | null;
        mediaUrl?: {
          preview?: Record<string, string> | null;
        } | null;
        isTranscribable?: boolean | null;
        isVideoNote?: boolean | null;
        isVoiceNote?: boolean | null;
      } | null;
      messageId?: string | null;
      chatId?: string | null;
      dialogId?: string | null;
    };
  };
}
