// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

export interface SonetGroupMethods {
  /** Bitrix24 docs: sonet-group/sonet-group-get */
  "sonet_group.get": {
    params: {
      ORDER?: Readonly<Record<string, unknown>> | undefined;
      FILTER?: Readonly<Record<string, unknown>> | undefined;
      GROUP_ID?: number | string | undefined;
      IS_ADMIN?: string | undefined;
      start?: number | string | undefined;
    };
    result: {
      ID?: string | null;
      SITE_ID?: string | null;
      NAME?: string | null;
      DESCRIPTION?: string | null;
      DATE_CREATE?: string | null;
      DATE_UPDATE?: string | null;
      ACTIVE?: boolean | null;
      VISIBLE?: boolean | null;
      OPENED?: boolean | null;
      CLOSED?: boolean | null;
      SUBJECT_ID?: string | null;
      OWNER_ID?: string | null;
      KEYWORDS?: string | null;
      NUMBER_OF_MEMBERS?: number | null;
      DATE_ACTIVITY?: string | null;
      SUBJECT_NAME?: string | null;
      PROJECT?: boolean | null;
      IS_EXTRANET?: boolean | null;
    }[];
  };
  /** Bitrix24 docs: sonet-group/members/sonet-group-user-get */
  "sonet_group.user.get": {
    params: {
      ID: number | string;
    };
    result: {
      USER_ID?: string | null;
      ROLE?: string | null;
    }[];
  };
}
