// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

import type { YesNo } from "../yes-no.ts";

export interface ImconnectorMethods {
  /** Bitrix24 docs: imopenlines/imconnector/imconnector-activate */
  "imconnector.activate": {
    params: {
      CONNECTOR: string;
      LINE: number | string;
      ACTIVE: string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/imconnector/imconnector-chat-name-set */
  "imconnector.chat.name.set": {
    params: {
      CONNECTOR: string;
      LINE: number | string;
      CHAT_ID: string;
      NAME: string;
      USER_ID?: string | undefined;
    };
    result: {
      SUCCESS?: boolean | null;
      DATA?: {
        RESULT?: Record<string, unknown> | null;
      } | null;
    };
  };
  /** Bitrix24 docs: imopenlines/imconnector/imconnector-connector-data-set */
  "imconnector.connector.data.set": {
    params: {
      CONNECTOR: string;
      LINE: number | string;
      DATA: {
        ID?: string | undefined;
        URL?: string | undefined;
        URL_IM?: string | undefined;
        NAME?: string | undefined;
      };
    };
    result: boolean;
  };
  /** Bitrix24 docs: imopenlines/imconnector/imconnector-delete-messages */
  "imconnector.delete.messages": {
    params: {
      CONNECTOR: string;
      LINE: number | string;
      MESSAGES: readonly {
        user?: Readonly<Record<string, unknown>> | undefined;
        message?: Readonly<Record<string, unknown>> | undefined;
        chat?: Readonly<Record<string, unknown>> | undefined;
      }[] | {
        user?: Readonly<Record<string, unknown>> | undefined;
        message?: Readonly<Record<string, unknown>> | undefined;
        chat?: Readonly<Record<string, unknown>> | undefined;
      };
    };
    result: {
      SUCCESS?: boolean | null;
      DATA?: {
        RESULT?: {
          user?: string | null;
          message?: {
            id?: string | null;
          } | null;
          chat?: {
            id?: string | null;
          } | null;
          SUCCESS?: boolean | null;
        }[] | null;
      } | null;
    };
  };
  /** Bitrix24 docs: imopenlines/imconnector/imconnector-list */
  "imconnector.list": {
    params: Record<never, never>;
    result: {
      livechat?: string | null;
      myconnector?: string | null;
    };
  };
  /** Bitrix24 docs: imopenlines/imconnector/imconnector-register */
  "imconnector.register": {
    params: {
      ID: string;
      NAME: string;
      ICON: {
        DATA_IMAGE: string;
        COLOR?: string | undefined;
        SIZE?: string | undefined;
        POSITION?: string | undefined;
      };
      PLACEMENT_HANDLER: string;
      ICON_DISABLED?: {
        DATA_IMAGE?: string | undefined;
        COLOR?: string | undefined;
        SIZE?: string | undefined;
        POSITION?: string | undefined;
      } | undefined;
      DEL_EXTERNAL_MESSAGES?: YesNo | undefined;
      EDIT_INTERNAL_MESSAGES?: YesNo | undefined;
      DEL_INTERNAL_MESSAGES?: YesNo | undefined;
      NEWSLETTER?: YesNo | undefined;
      NEED_SYSTEM_MESSAGES?: YesNo | undefined;
      NEED_SIGNATURE?: YesNo | undefined;
      CHAT_GROUP?: YesNo | undefined;
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: imopenlines/imconnector/imconnector-send-messages */
  "imconnector.send.messages": {
    params: {
      CONNECTOR: string;
      LINE: number | string;
      MESSAGES: readonly {
        user?: Readonly<Record<string, unknown>> | undefined;
        message?: Readonly<Record<string, unknown>> | undefined;
        chat?: Readonly<Record<string, unknown>> | undefined;
      }[] | {
        user?: Readonly<Record<string, unknown>> | undefined;
        message?: Readonly<Record<string, unknown>> | undefined;
        chat?: Readonly<Record<string, unknown>> | undefined;
      };
    };
    result: {
      SUCCESS?: boolean | null;
      DATA?: {
        RESULT?: {
          user?: string | null;
          message?: {
            id?: string | null;
            date?: Record<string, unknown> | null;
            text?: string | null;
            files?: unknown;
          } | null;
          chat?: {
            id?: string | null;
            name?: string | null;
            description?: string | null;
          } | null;
          extra?: {
            skip_phone_validate?: boolean | null;
            disable_tracker?: boolean | null;
          } | null;
          SUCCESS?: boolean | null;
          session?: {
            ID?: string | null;
            CHAT_ID?: string | null;
          } | null;
        }[] | null;
      } | null;
    };
  };
  /** Bitrix24 docs: imopenlines/imconnector/imconnector-send-status-delivery */
  "imconnector.send.status.delivery": {
    params: {
      CONNECTOR: string;
      LINE: number | string;
      MESSAGES: readonly {
        im?: Readonly<Record<string, unknown>> | undefined;
        message?: Readonly<Record<string, unknown>> | undefined;
        chat?: Readonly<Record<string, unknown>> | undefined;
      }[] | {
        im?: Readonly<Record<string, unknown>> | undefined;
        message?: Readonly<Record<string, unknown>> | undefined;
        chat?: Readonly<Record<string, unknown>> | undefined;
      };
    };
    result: {
      SUCCESS?: boolean | null;
      DATA?: unknown;
    };
  };
  /** Bitrix24 docs: imopenlines/imconnector/imconnector-send-status-reading */
  "imconnector.send.status.reading": {
    params: {
      CONNECTOR: string;
      LINE: number | string;
      MESSAGES: readonly {
        im?: Readonly<Record<string, unknown>> | undefined;
        message?: Readonly<Record<string, unknown>> | undefined;
        chat?: Readonly<Record<string, unknown>> | undefined;
      }[] | {
        im?: Readonly<Record<string, unknown>> | undefined;
        message?: Readonly<Record<string, unknown>> | undefined;
        chat?: Readonly<Record<string, unknown>> | undefined;
      };
    };
    result: {
      SUCCESS?: boolean | null;
      DATA?: unknown;
    };
  };
  /** Bitrix24 docs: imopenlines/imconnector/imconnector-status */
  "imconnector.status": {
    params: {
      CONNECTOR: string;
      LINE?: string | undefined;
    };
    result: {
      LINE?: number | null;
      CONNECTOR?: string | null;
      ERROR?: boolean | null;
      CONFIGURED?: boolean | null;
      STATUS?: boolean | null;
    };
  };
  /** Bitrix24 docs: imopenlines/imconnector/imconnector-unregister */
  "imconnector.unregister": {
    params: {
      ID: string;
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: imopenlines/imconnector/imconnector-update-messages */
  "imconnector.update.messages": {
    params: {
      CONNECTOR: string;
      LINE: number | string;
      MESSAGES: readonly {
        user?: Readonly<Record<string, unknown>> | undefined;
        message?: Readonly<Record<string, unknown>> | undefined;
        chat?: Readonly<Record<string, unknown>> | undefined;
      }[] | {
        user?: Readonly<Record<string, unknown>> | undefined;
        message?: Readonly<Record<string, unknown>> | undefined;
        chat?: Readonly<Record<string, unknown>> | undefined;
      };
    };
    result: {
      SUCCESS?: boolean | null;
      DATA?: {
        RESULT?: {
          user?: string | null;
          message?: {
            id?: string | null;
            date?: Record<string, unknown> | null;
            text?: string | null;
          } | null;
          chat?: {
            id?: string | null;
            name?: string | null;
            description?: string | null;
          } | null;
          SUCCESS?: boolean | null;
        }[] | null;
      } | null;
    };
  };
}
