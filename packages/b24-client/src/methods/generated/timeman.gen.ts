// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

export interface TimemanMethods {
  /** Bitrix24 docs: timeman/base/timeman-close */
  "timeman.close": {
    params: {
      USER_ID?: number | string | undefined;
      TIME?: string | undefined;
      REPORT?: string | undefined;
      LAT?: number | string | undefined;
      LON?: number | string | undefined;
    };
    result: {
      STATUS?: string | null;
      TIME_START?: string | null;
      TIME_FINISH?: string | null;
      DURATION?: string | null;
      TIME_LEAKS?: string | null;
      ACTIVE?: boolean | null;
      IP_OPEN?: string | null;
      IP_CLOSE?: string | null;
      LAT_OPEN?: number | null;
      LON_OPEN?: number | null;
      LAT_CLOSE?: number | null;
      LON_CLOSE?: number | null;
      TZ_OFFSET?: number | null;
    };
  };
  /** Bitrix24 docs: timeman/base/timeman-open */
  "timeman.open": {
    params: {
      USER_ID?: number | string | undefined;
      TIME?: string | undefined;
      REPORT?: string | undefined;
      LAT?: number | string | undefined;
      LON?: number | string | undefined;
    };
    result: {
      STATUS?: string | null;
      TIME_START?: string | null;
      TIME_FINISH?: string | null;
      DURATION?: string | null;
      TIME_LEAKS?: string | null;
      ACTIVE?: boolean | null;
      IP_OPEN?: string | null;
      IP_CLOSE?: string | null;
      LAT_OPEN?: number | null;
      LON_OPEN?: number | null;
      LAT_CLOSE?: number | null;
      LON_CLOSE?: number | null;
      TZ_OFFSET?: number | null;
    };
  };
  /** Bitrix24 docs: timeman/base/timeman-pause */
  "timeman.pause": {
    params: {
      USER_ID?: number | string | undefined;
    };
    result: {
      STATUS?: string | null;
      TIME_START?: string | null;
      TIME_FINISH?: string | null;
      DURATION?: string | null;
      TIME_LEAKS?: string | null;
      ACTIVE?: boolean | null;
      IP_OPEN?: string | null;
      IP_CLOSE?: string | null;
      LAT_OPEN?: number | null;
      LON_OPEN?: number | null;
      LAT_CLOSE?: number | null;
      LON_CLOSE?: number | null;
      TZ_OFFSET?: number | null;
    };
  };
  /** Bitrix24 docs: timeman/base/timeman-settings */
  "timeman.settings": {
    params: {
      USER_ID?: number | string | undefined;
    };
    result: {
      UF_TIMEMAN?: boolean | null;
      UF_TM_FREE?: boolean | null;
      UF_TM_MAX_START?: string | null;
      UF_TM_MIN_FINISH?: string | null;
      UF_TM_MIN_DURATION?: string | null;
      UF_TM_ALLOWED_DELTA?: string | null;
      ADMIN?: boolean | null;
    };
  };
  /** Bitrix24 docs: timeman/base/timeman-status */
  "timeman.status": {
    params: {
      USER_ID?: number | string | undefined;
    };
    result: {
      STATUS?: string | null;
      TIME_START?: string | null;
      TIME_FINISH?: string | null;
      DURATION?: string | null;
      TIME_LEAKS?: string | null;
      ACTIVE?: boolean | null;
      IP_OPEN?: string | null;
      IP_CLOSE?: string | null;
      LAT_OPEN?: number | null;
      LON_OPEN?: number | null;
      LAT_CLOSE?: number | null;
      LON_CLOSE?: number | null;
      TZ_OFFSET?: number | null;
      TIME_FINISH_DEFAULT?: string | null;
    };
  };
}
