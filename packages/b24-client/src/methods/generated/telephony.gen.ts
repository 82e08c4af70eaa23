// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

export interface TelephonyMethods {
  /** Bitrix24 docs: telephony/telephony-call-attach-transcription */
  "telephony.call.attachTranscription": {
    params: {
      CALL_ID: string;
      MESSAGES: readonly {
        SIDE: string;
        START_TIME: number | string;
        STOP_TIME: number | string;
        MESSAGE: string;
      }[] | {
        SIDE: string;
        START_TIME: number | string;
        STOP_TIME: number | string;
        MESSAGE: string;
      };
      COST?: number | string | undefined;
      COST_CURRENCY?: string | undefined;
    };
    result: {
      TRANSCRIPT_ID?: string | null;
    };
  };
  /** Bitrix24 docs: telephony/telephony-external-call-attach-record */
  "telephony.externalCall.attachRecord": {
    params: {
      CALL_ID: string;
      RECORD_URL?: string | undefined;
      FILENAME?: string | undefined;
      FILE_CONTENT?: string | undefined;
    };
    result: {
      FILE_ID?: string | null;
    };
  };
  /** Bitrix24 docs: telephony/telephony-external-call-finish */
  "telephony.externalCall.finish": {
    params: {
      CALL_ID: string;
      USER_ID?: number | string | undefined;
      USER_PHONE_INNER?: string | undefined;
      DURATION?: number | string | undefined;
      COST?: number | string | undefined;
      COST_CURRENCY?: string | undefined;
      STATUS_CODE?: string | undefined;
      FAILED_REASON?: string | undefined;
      RECORD_URL?: string | undefined;
      VOTE?: number | string | undefined;
      ADD_TO_CHAT?: number | string | undefined;
    };
    result: {
      CALL_ID?: string | null;
      EXTERNAL_CALL_ID?: string | null;
      PORTAL_USER_ID?: string | null;
      PHONE_NUMBER?: string | null;
      PORTAL_NUMBER?: string | null;
      INCOMING?: string | null;
      CALL_DURATION?: number | null;
      CALL_START_DATE?: Record<string, unknown> | null;
      CALL_STATUS?: number | null;
      CALL_VOTE?: number | null;
      COST?: number | null;
      COST_CURRENCY?: string | null;
      CALL_FAILED_CODE?: string | null;
      CALL_FAILED_REASON?: string | null;
      REST_APP_ID?: string | null;
      REST_APP_NAME?: string | null;
      CRM_ACTIVITY_ID?: string | null;
      COMMENT?: string | null;
      CRM_ENTITY_TYPE?: string | null;
      CRM_ENTITY_ID?: string | null;
      ID?: string | null;
    };
  };
  /** Bitrix24 docs: telephony/telephony-external-call-hide */
  "telephony.externalCall.hide": {
    params: {
      CALL_ID: string;
      USER_ID?: unknown | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: telephony/telephony-external-call-register */
  "telephony.externalCall.register": {
    params: {
      USER_ID?: number | string | undefined;
      USER_PHONE_INNER?: string | undefined;
      PHONE_NUMBER: string;
      TYPE: number | string;
      CALL_START_DATE?: string | undefined;
      CRM_CREATE?: number | string | undefined;
      CRM_SOURCE?: string | undefined;
      CRM_ENTITY_TYPE?: string | undefined;
      CRM_ENTITY_ID?: number | string | undefined;
      SHOW?: number | string | undefined;
      ADD_TO_CHAT?: number | string | undefined;
      CALL_LIST_ID?: number | string | undefined;
      LINE_NUMBER?: string | undefined;
      EXTERNAL_CALL_ID?: string | undefined;
    };
    result: {
      CALL_ID: string;
      CRM_CREATED_LEAD?: number | null;
      CRM_CREATED_ENTITIES?: unknown;
      CRM_ENTITY_TYPE?: string | null;
      CRM_ENTITY_ID?: string | null;
    };
  };
  /** Bitrix24 docs: telephony/telephony-external-call-search-crm-entities */
  "telephony.externalCall.searchCrmEntities": {
    params: {
      PHONE_NUMBER: string;
    };
    result: {
      CRM_ENTITY_TYPE?: string | null;
      CRM_ENTITY_ID?: string | null;
      ASSIGNED_BY_ID?: string | null;
      NAME?: string | null;
      ASSIGNED_BY?: {
        ID?: string | null;
        TIMEMAN_STATUS?: string | null;
        USER_PHONE_INNER?: string | null;
        WORK_PHONE?: unknown;
        PERSONAL_PHONE?: unknown;
        PERSONAL_MOBILE?: string | null;
      } | null;
    }[];
  };
  /** Bitrix24 docs: telephony/telephony-external-call-show */
  "telephony.externalCall.show": {
    params: {
      CALL_ID: string;
      USER_ID?: unknown | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: telephony/telephony-external-line-add */
  "telephony.externalLine.add": {
    params: {
      NUMBER: string;
      NAME?: string | undefined;
      CRM_AUTO_CREATE?: string | undefined;
    };
    result: {
      ID?: string | null;
    };
  };
  /** Bitrix24 docs: telephony/telephony-external-line-delete */
  "telephony.externalLine.delete": {
    params: {
      NUMBER: string;
    };
    result: unknown;
  };
  /** Bitrix24 docs: telephony/telephony-external-line-get */
  "telephony.externalLine.get": {
    params: Record<never, never>;
    result: {
      NUMBER?: string | null;
      NAME?: string | null;
      CRM_AUTO_CREATE?: boolean | null;
    }[];
  };
  /** Bitrix24 docs: telephony/telephony-external-line-update */
  "telephony.externalLine.update": {
    params: {
      NUMBER: string;
      NAME?: string | undefined;
      CRM_AUTO_CREATE?: string | undefined;
    };
    result: {
      ID?: string | null;
    };
  };
}
