// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

import type { YesNo } from "../yes-no.ts";

export interface UserMethods {
  /** Bitrix24 docs: common/users/user-access */
  "user.access": {
    params: {
      ACCESS: readonly unknown[];
    };
    result: boolean;
  };
  /** Bitrix24 docs: common/users/user-admin */
  "user.admin": {
    params: Record<never, never>;
    result: boolean;
  };
  /** Bitrix24 docs: user/user-current */
  "user.current": {
    params: Record<never, never>;
    result: {
      ID?: string | null;
      ACTIVE?: boolean | null;
      NAME?: string | null;
      LAST_NAME?: string | null;
      SECOND_NAME?: string | null;
      EMAIL?: string | null;
      LAST_LOGIN?: string | null;
      DATE_REGISTER?: string | null;
      TIME_ZONE?: string | null;
      IS_ONLINE?: boolean | null;
      TIMESTAMP_X?: Record<string, unknown> | null;
      LAST_ACTIVITY_DATE?: Record<string, unknown> | null;
      PERSONAL_GENDER?: string | null;
      PERSONAL_WWW?: string | null;
      PERSONAL_BIRTHDAY?: string | null;
      PERSONAL_MOBILE?: string | null;
      PERSONAL_CITY?: string | null;
      WORK_PHONE?: string | null;
      WORK_POSITION?: string | null;
      UF_EMPLOYMENT_DATE?: string | null;
      UF_DEPARTMENT?: number[] | null;
      USER_TYPE?: string | null;
    };
  };
  /** Bitrix24 docs: user/user-fields */
  "user.fields": {
    params: Record<never, never>;
    result: {
      ID?: string | null;
      ACTIVE?: string | null;
      NAME?: string | null;
      LAST_NAME?: string | null;
      EMAIL?: string | null;
      PERSONAL_MOBILE?: string | null;
      WORK_POSITION?: string | null;
      UF_DEPARTMENT?: string | null;
    };
  };
  /** Bitrix24 docs: user/user-get */
  "user.get": {
    params: {
      sort?: string | undefined;
      order?: string | undefined;
      FILTER?: Readonly<Record<string, unknown>> | undefined;
      ADMIN_MODE?: YesNo | undefined;
      select?: readonly unknown[] | undefined;
      IMAGE_RESIZE?: string | undefined;
      start?: number | string | undefined;
    };
    result: {
      ID: string;
      ACTIVE?: boolean | null;
      NAME?: string | null;
      LAST_NAME?: string | null;
      SECOND_NAME?: string | null;
      EMAIL?: string | null;
      LAST_LOGIN?: string | null;
      DATE_REGISTER?: string | null;
      TIME_ZONE?: string | null;
      IS_ONLINE?: boolean | null;
      TIMESTAMP_X?: Record<string, unknown> | null;
      LAST_ACTIVITY_DATE?: Record<string, unknown> | null;
      PERSONAL_GENDER?: string | null;
      PERSONAL_WWW?: string | null;
      PERSONAL_BIRTHDAY?: string | null;
      PERSONAL_MOBILE?: string | null;
      PERSONAL_CITY?: string | null;
      WORK_PHONE?: string | null;
      WORK_POSITION?: string | null;
      UF_EMPLOYMENT_DATE?: string | null;
      UF_DEPARTMENT?: number[] | null;
      USER_TYPE?: string | null;
    }[];
  };
  /** Bitrix24 docs: common/settings/user-option-get */
  "user.option.get": {
    params: {
      option?: string | undefined;
    };
    result: {
      data?: string | null;
      data2?: string | null;
    };
  };
  /** Bitrix24 docs: common/settings/user-option-set */
  "user.option.set": {
    params: {
      options: Readonly<Record<string, unknown>>;
    };
    result: boolean;
  };
  /** Bitrix24 docs: user/user-search */
  "user.search": {
    params: {
      FILTER?: Readonly<Record<string, unknown>> | undefined;
      sort?: string | undefined;
      order?: string | undefined;
      ADMIN_MODE?: YesNo | undefined;
      select?: readonly unknown[] | undefined;
      start?: number | string | undefined;
    };
    result: {
      ID?: string | null;
      ACTIVE?: boolean | null;
      NAME?: string | null;
      LAST_NAME?: string | null;
      SECOND_NAME?: string | null;
      EMAIL?: string | null;
      LAST_LOGIN?: string | null;
      DATE_REGISTER?: string | null;
      TIME_ZONE?: string | null;
      IS_ONLINE?: boolean | null;
      TIMESTAMP_X?: Record<string, unknown> | null;
      LAST_ACTIVITY_DATE?: Record<string, unknown> | null;
      PERSONAL_GENDER?: string | null;
      PERSONAL_WWW?: string | null;
      PERSONAL_BIRTHDAY?: string | null;
      PERSONAL_MOBILE?: string | null;
      PERSONAL_CITY?: string | null;
      WORK_PHONE?: string | null;
      WORK_POSITION?: string | null;
      UF_EMPLOYMENT_DATE?: string | null;
      UF_DEPARTMENT?: number[] | null;
      USER_TYPE?: string | null;
    }[];
  };
  /** Bitrix24 docs: user/user-update */
  "user.update": {
    params: {
      ID: number | string;
      ACTIVE?: YesNo | undefined;
      EMAIL?: string | undefined;
      NAME?: string | undefined;
      LAST_NAME?: string | undefined;
      SECOND_NAME?: string | undefined;
      PERSONAL_GENDER?: string | undefined;
      PERSONAL_PROFESSION?: string | undefined;
      PERSONAL_WWW?: string | undefined;
      PERSONAL_BIRTHDAY?: string | undefined;
      PERSONAL_PHOTO?: readonly unknown[] | undefined;
      PERSONAL_ICQ?: string | undefined;
      PERSONAL_PHONE?: string | undefined;
      PERSONAL_FAX?: string | undefined;
      PERSONAL_MOBILE?: string | undefined;
      PERSONAL_PAGER?: string | undefined;
      PERSONAL_STREET?: string | undefined;
      PERSONAL_CITY?: string | undefined;
      PERSONAL_STATE?: string | undefined;
      PERSONAL_ZIP?: string | undefined;
      PERSONAL_COUNTRY?: string | undefined;
      PERSONAL_MAILBOX?: string | undefined;
      PERSONAL_NOTES?: string | undefined;
      WORK_PHONE?: string | undefined;
      WORK_COMPANY?: string | undefined;
      WORK_POSITION?: string | undefined;
      WORK_DEPARTMENT?: string | undefined;
      WORK_WWW?: string | undefined;
      WORK_FAX?: string | undefined;
      WORK_PAGER?: string | undefined;
      WORK_STREET?: string | undefined;
      WORK_MAILBOX?: string | undefined;
      WORK_CITY?: string | undefined;
      WORK_STATE?: string | undefined;
      WORK_ZIP?: string | undefined;
      WORK_COUNTRY?: string | undefined;
      WORK_PROFILE?: string | undefined;
      WORK_LOGO?: readonly unknown[] | undefined;
      WORK_NOTES?: string | undefined;
      UF_SKYPE_LINK?: string | undefined;
      UF_ZOOM?: string | undefined;
      UF_DEPARTMENT?: unknown | undefined;
      UF_INTERESTS?: string | undefined;
      UF_SKILLS?: string | undefined;
      UF_WEB_SITES?: string | undefined;
      UF_XING?: string | undefined;
      UF_LINKEDIN?: string | undefined;
      UF_FACEBOOK?: string | undefined;
      UF_TWITTER?: string | undefined;
      UF_SKYPE?: string | undefined;
      UF_DISTRICT?: string | undefined;
      UF_PHONE_INNER?: string | undefined;
    };
    result: boolean;
  };
}
