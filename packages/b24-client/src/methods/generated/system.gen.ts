// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

import type { YesNo } from "../yes-no.ts";

export interface SystemMethods {
  /** Bitrix24 docs: common/system/access-name */
  "access.name": {
    params: {
      ACCESS: readonly unknown[];
    };
    result: {
      G2?: {
        provider?: string | null;
        name?: string | null;
        provider_id?: string | null;
      } | null;
      AU?: {
        provider?: string | null;
        name?: string | null;
        provider_id?: string | null;
      } | null;
    };
  };
  "app.info": {
    params: Record<never, never>;
    result: {
      ID?: string | null;
      CODE?: string | null;
      VERSION?: number | null;
      STATUS?: string | null;
      INSTALLED?: boolean | null;
      PAYMENT_EXPIRED?: boolean | null;
      DAYS?: unknown;
      LANGUAGE_ID?: string | null;
      LICENSE?: string | null;
      LICENSE_TYPE?: string | null;
      LICENSE_FAMILY?: string | null;
    };
  };
  /** Bitrix24 docs: common/settings/app-option-get */
  "app.option.get": {
    params: {
      option?: string | undefined;
    };
    result: {
      data?: string | null;
      data2?: string | null;
    };
  };
  /** Bitrix24 docs: common/settings/app-option-set */
  "app.option.set": {
    params: {
      options: Readonly<Record<string, unknown>>;
    };
    result: boolean;
  };
  /** Bitrix24 docs: /settings/how-to-call-rest-api/batch */
  "batch": {
    params: {
      cmd: unknown;
      halt?: YesNo | undefined;
    };
    result: {
      result?: unknown;
      result_error?: unknown;
      result_total?: unknown;
      result_next?: unknown;
      result_time?: unknown;
    };
  };
  /** Bitrix24 docs: events/event-bind */
  "event.bind": {
    params: {
      event: string;
      handler?: string | undefined;
      auth_type?: number | string | undefined;
      event_type?: string | undefined;
      auth_connector?: string | undefined;
      options?: Readonly<Record<string, unknown>> | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: events/event-get */
  "event.get": {
    params: Record<never, never>;
    result: {
      event?: string | null;
      handler?: string | null;
      auth_type?: number | null;
      offline?: number | null;
    }[];
  };
  /** Bitrix24 docs: events/event-offline-clear */
  "event.offline.clear": {
    params: {
      process_id: string;
      id?: readonly unknown[] | undefined;
      message_id?: readonly unknown[] | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: events/event-offline-error */
  "event.offline.error": {
    params: {
      process_id: string;
      message_id?: readonly unknown[] | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: events/event-offline-get */
  "event.offline.get": {
    params: {
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      limit?: number | string | undefined;
      clear?: number | string | undefined;
      process_id?: string | undefined;
      auth_connector?: string | undefined;
      error?: number | string | undefined;
    };
    result: {
      process_id?: string | null;
      events?: {
        ID?: string | null;
        TIMESTAMP_X?: string | null;
        EVENT_NAME?: string | null;
        EVENT_DATA?: Record<string, unknown> | null;
        EVENT_ADDITIONAL?: Record<string, unknown> | null;
        MESSAGE_ID?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: events/event-offline-list */
  "event.offline.list": {
    params: {
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
      auth_connector?: string | undefined;
    };
    result: {
      ID?: string | null;
      TIMESTAMP_X?: string | null;
      EVENT_NAME?: string | null;
      EVENT_DATA?: Record<string, unknown> | null;
      EVENT_ADDITIONAL?: Record<string, unknown> | null;
      MESSAGE_ID?: string | null;
      PROCESS_ID?: string | null;
      ERROR?: string | null;
    }[];
  };
  /** Bitrix24 docs: events/test-handler */
  "event.test": {
    params: {
      any?: unknown | undefined;
    };
    result: number;
  };
  /** Bitrix24 docs: events/event-unbind */
  "event.unbind": {
    params: {
      event?: string | undefined;
      handler?: string | undefined;
      auth_type?: number | string | undefined;
      event_type?: string | undefined;
    };
    result: {
      count?: number | null;
    };
  };
  /** Bitrix24 docs: events/events */
  "events": {
    params: {
      SCOPE?: string | undefined;
      FULL?: YesNo | undefined;
    };
    result: string[];
  };
  /** Bitrix24 docs: common/system/feature-get */
  "feature.get": {
    params: {
      CODE: string;
    };
    result: {
      value?: boolean | null;
    };
  };
  /** Bitrix24 docs: common/system/method-get */
  "method.get": {
    params: {
      name?: string | undefined;
    };
    result: {
      isExisting?: boolean | null;
      isAvailable?: boolean | null;
    };
  };
  "methods": {
    params: {
      scope?: string | undefined;
      full?: YesNo | undefined;
    };
    result: string[];
  };
  /** Bitrix24 docs: widgets/placement-bind */
  "placement.bind": {
    params: {
      PLACEMENT: string;
      HANDLER: string;
      TITLE?: string | undefined;
      DESCRIPTION?: string | undefined;
      GROUP_NAME?: string | undefined;
      LANG_ALL?: Readonly<Record<string, unknown>> | undefined;
      OPTIONS?: Readonly<Record<string, unknown>> | undefined;
      USER_ID?: number | string | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: widgets/placement-get */
  "placement.get": {
    params: Record<never, never>;
    result: {
      placement?: string | null;
      userId?: string | null;
      handler?: string | null;
      options?: unknown;
      title?: string | null;
      description?: string | null;
      langAll?: Record<string, unknown> | null;
    }[];
  };
  /** Bitrix24 docs: widgets/placement-list */
  "placement.list": {
    params: {
      SCOPE?: string | undefined;
      FULL?: YesNo | undefined;
    };
    result: string[];
  };
  /** Bitrix24 docs: widgets/placement-unbind */
  "placement.unbind": {
    params: {
      PLACEMENT?: string | undefined;
      HANDLER?: string | undefined;
      USER_ID?: number | string | undefined;
    };
    result: {
      count?: number | null;
    };
  };
  "profile": {
    params: Record<never, never>;
    result: {
      ID: string;
      ADMIN?: boolean | null;
      NAME?: string | null;
      LAST_NAME?: string | null;
      PERSONAL_GENDER?: string | null;
      PERSONAL_PHOTO?: string | null;
      TIME_ZONE?: string | null;
      TIME_ZONE_OFFSET?: number | null;
    };
  };
  "scope": {
    params: {
      full?: YesNo | undefined;
    };
    result: string[];
  };
  "server.time": {
    params: Record<never, never>;
    result: string;
  };
}
