// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

export interface VoximplantMethods {
  /** Bitrix24 docs: telephony/voximplant/voximplant-callback-start */
  "voximplant.callback.start": {
    params: {
      FROM_LINE: string;
      TO_NUMBER: string;
      TEXT_TO_PRONOUNCE: string;
      VOICE?: string | undefined;
    };
    result: {
      RESULT?: boolean | null;
      CALL_ID: string;
    };
  };
  /** Bitrix24 docs: telephony/voximplant/voximplant-infocall-start-with-sound */
  "voximplant.infocall.startwithsound": {
    params: {
      FROM_LINE: string;
      TO_NUMBER: string;
      URL: string;
    };
    result: {
      RESULT?: boolean | null;
      CALL_ID?: string | null;
    };
  };
  /** Bitrix24 docs: telephony/voximplant/voximplant-infocall-start-with-text */
  "voximplant.infocall.startwithtext": {
    params: {
      FROM_LINE: string;
      TO_NUMBER: string;
      TEXT_TO_PRONOUNCE: string;
      VOICE?: string | undefined;
    };
    result: {
      RESULT?: boolean | null;
      CALL_ID?: string | null;
    };
  };
  /** Bitrix24 docs: telephony/voximplant/lines/voximplant-line-get */
  "voximplant.line.get": {
    params: Record<never, never>;
    result: Record<string, unknown>;
  };
  /** Bitrix24 docs: telephony/voximplant/lines/voximplant-line-outgoing-get */
  "voximplant.line.outgoing.get": {
    params: Record<never, never>;
    result: string;
  };
  /** Bitrix24 docs: telephony/voximplant/lines/voximplant-line-outgoing-set */
  "voximplant.line.outgoing.set": {
    params: {
      LINE_ID: string;
    };
    result: number;
  };
  /** Bitrix24 docs: telephony/voximplant/voximplant-statistic-get */
  "voximplant.statistic.get": {
    params: {
      FILTER?: Readonly<Record<string, unknown>> | undefined;
      SORT?: string | undefined;
      ORDER?: string | undefined;
      start?: number | string | undefined;
    };
    result: {
      ID?: string | null;
      PORTAL_USER_ID?: string | null;
      PORTAL_NUMBER?: string | null;
      PHONE_NUMBER?: string | null;
      CALL_ID?: string | null;
      EXTERNAL_CALL_ID?: string | null;
      CALL_CATEGORY?: string | null;
      CALL_LOG?: string | null;
      CALL_DURATION?: string | null;
      CALL_START_DATE?: string | null;
      CALL_RECORD_URL?: string | null;
      CALL_VOTE?: string | null;
      COST?: string | null;
      COST_CURRENCY?: string | null;
      CALL_FAILED_CODE?: string | null;
      CALL_FAILED_REASON?: string | null;
      CRM_ENTITY_TYPE?: string | null;
      CRM_ENTITY_ID?: string | null;
      CRM_ACTIVITY_ID?: string | null;
      REST_APP_ID?: string | null;
      REST_APP_NAME?: string | null;
      TRANSCRIPT_ID?: string | null;
      TRANSCRIPT_PENDING?: boolean | null;
      SESSION_ID?: string | null;
      REDIAL_ATTEMPT?: unknown;
      COMMENT?: unknown;
      RECORD_DURATION?: unknown;
      RECORD_FILE_ID?: string | null;
      CALL_TYPE?: string | null;
    }[];
  };
  /** Bitrix24 docs: telephony/voximplant/voximplant-tts-voices-get */
  "voximplant.tts.voices.get": {
    params: Record<never, never>;
    result: Record<string, unknown>;
  };
  /** Bitrix24 docs: telephony/voximplant/voximplant-url-get */
  "voximplant.url.get": {
    params: Record<never, never>;
    result: {
      detail_statistics?: string | null;
      buy_connector?: string | null;
      edit_config?: string | null;
      lines?: string | null;
    };
  };
  /** Bitrix24 docs: telephony/voximplant/users/voximplant-user-get */
  "voximplant.user.get": {
    params: {
      USER_ID: unknown;
    };
    result: {
      ID?: string | null;
      DEFAULT_LINE?: string | null;
      PHONE_ENABLED?: boolean | null;
      SIP_SERVER?: string | null;
      SIP_LOGIN?: string | null;
      SIP_PASSWORD?: string | null;
      INNER_NUMBER?: string | null;
    }[];
  };
}
