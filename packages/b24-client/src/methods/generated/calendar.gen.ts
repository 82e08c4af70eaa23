// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

import type { YesNo } from "../yes-no.ts";

export interface CalendarMethods {
  /** Bitrix24 docs: calendar/calendar-event/calendar-accessibility-get */
  "calendar.accessibility.get": {
    params: {
      users: readonly unknown[];
      from: string;
      to: string;
    };
    result: Record<string, {
      ID?: string | null;
      NAME?: string | null;
      DATE_FROM?: string | null;
      DATE_TO?: string | null;
      DATE_FROM_TS_UTC?: string | null;
      DATE_TO_TS_UTC?: string | null;
      "~USER_OFFSET_FROM"?: number | null;
      "~USER_OFFSET_TO"?: number | null;
      DT_SKIP_TIME?: boolean | null;
      TZ_FROM?: string | null;
      TZ_TO?: string | null;
      ACCESSIBILITY?: string | null;
      IMPORTANCE?: string | null;
      EVENT_TYPE?: string | null;
      FROM_HR?: boolean | null;
    }[]>;
  };
  /** Bitrix24 docs: calendar/calendar-event/calendar-event-add */
  "calendar.event.add": {
    params: {
      type: string;
      ownerId: number | string;
      from?: string | undefined;
      to?: string | undefined;
      from_ts?: number | string | undefined;
      to_ts?: number | string | undefined;
      section?: number | string | undefined;
      auto_detect_section?: string | undefined;
      name: string;
      skip_time?: string | undefined;
      timezone_from?: string | undefined;
      timezone_to?: string | undefined;
      description?: string | undefined;
      color?: string | undefined;
      text_color?: string | undefined;
      accessibility?: string | undefined;
      importance?: string | undefined;
      private_event?: string | undefined;
      rrule?: {
        FREQ?: string | undefined;
        COUNT?: number | string | undefined;
        INTERVAL?: number | string | undefined;
        BYDAY?: readonly unknown[] | undefined;
        UNTIL?: string | undefined;
      } | undefined;
      is_meeting?: string | undefined;
      location?: string | undefined;
      remind?: readonly {
        type?: string | undefined;
        count?: number | string | undefined;
      }[] | {
        type?: string | undefined;
        count?: number | string | undefined;
      } | undefined;
      attendees?: readonly unknown[] | undefined;
      host?: number | string | undefined;
      meeting?: {
        notify?: YesNo | undefined;
        reinvite?: YesNo | undefined;
        allow_invite?: YesNo | undefined;
        hide_guests?: YesNo | undefined;
      } | undefined;
      crm_fields?: readonly unknown[] | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: calendar/calendar-event/calendar-event-delete */
  "calendar.event.delete": {
    params: {
      id: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: calendar/calendar-event/calendar-event-get */
  "calendar.event.get": {
    params: {
      type: string;
      ownerId: number | string;
      from?: string | undefined;
      to?: string | undefined;
      section?: readonly unknown[] | undefined;
    };
    result: {
      ID?: string | null;
      PARENT_ID?: string | null;
      DELETED?: boolean | null;
      CAL_TYPE?: string | null;
      OWNER_ID?: string | null;
      NAME?: string | null;
      DATE_FROM?: string | null;
      DATE_TO?: string | null;
      ORIGINAL_DATE_FROM?: unknown;
      TZ_FROM?: string | null;
      TZ_TO?: string | null;
      TZ_OFFSET_FROM?: string | null;
      TZ_OFFSET_TO?: string | null;
      DATE_FROM_TS_UTC?: string | null;
      DATE_TO_TS_UTC?: string | null;
      DT_SKIP_TIME?: boolean | null;
      DT_LENGTH?: number | null;
      EVENT_TYPE?: unknown;
      CREATED_BY?: string | null;
      DATE_CREATE?: string | null;
      TIMESTAMP_X?: string | null;
      DESCRIPTION?: string | null;
      PRIVATE_EVENT?: string | null;
      ACCESSIBILITY?: string | null;
      IMPORTANCE?: string | null;
      IS_MEETING?: boolean | null;
      MEETING_STATUS?: string | null;
      MEETING_HOST?: string | null;
      LOCATION?: string | null;
      REMIND?: {
        type?: string | null;
        count?: number | null;
      }[] | null;
      COLOR?: string | null;
      EXDATE?: string | null;
      DAV_XML_ID?: string | null;
      G_EVENT_ID?: string | null;
      DAV_EXCH_LABEL?: string | null;
      CAL_DAV_LABEL?: string | null;
      VERSION?: string | null;
      ATTENDEES_CODES?: string[] | null;
      SECTION_ID?: string | null;
      SYNC_STATUS?: unknown;
      UF_CRM_CAL_EVENT?: string[] | null;
      UF_WEBDAV_CAL_EVENT?: unknown;
      SECTION_DAV_XML_ID?: string | null;
      DATE_FROM_FORMATTED?: string | null;
      DATE_TO_FORMATTED?: string | null;
      SECT_ID?: string | null;
      ATTENDEE_LIST?: {
        id?: string | null;
        entryId?: string | null;
        status?: string | null;
      }[] | null;
      COLLAB_ID?: string | null;
      "~RRULE_DESCRIPTION"?: string | null;
      attendeesEntityList?: {
        entityId?: string | null;
        id?: string | null;
      }[] | null;
      "~DESCRIPTION"?: string | null;
      "~USER_OFFSET_FROM"?: number | null;
      "~USER_OFFSET_TO"?: number | null;
    }[];
  };
  /** Bitrix24 docs: calendar/calendar-event/calendar-event-get-nearest */
  "calendar.event.get.nearest": {
    params: {
      type?: string | undefined;
      ownerId?: number | string | undefined;
      days?: number | string | undefined;
      forCurrentUser?: YesNo | undefined;
      maxEventsCount?: number | string | undefined;
      detailUrl?: string | undefined;
    };
    result: {
      ID?: string | null;
      PARENT_ID?: string | null;
      DELETED?: boolean | null;
      CAL_TYPE?: string | null;
      OWNER_ID?: string | null;
      NAME?: string | null;
      DATE_FROM?: string | null;
      DATE_TO?: string | null;
      ORIGINAL_DATE_FROM?: unknown;
      TZ_FROM?: string | null;
      TZ_TO?: string | null;
      TZ_OFFSET_FROM?: string | null;
      TZ_OFFSET_TO?: string | null;
      DATE_FROM_TS_UTC?: string | null;
      DATE_TO_TS_UTC?: string | null;
      DT_SKIP_TIME?: boolean | null;
      DT_LENGTH?: number | null;
      EVENT_TYPE?: unknown;
      CREATED_BY?: string | null;
      DATE_CREATE?: string | null;
      TIMESTAMP_X?: string | null;
      DESCRIPTION?: string | null;
      PRIVATE_EVENT?: string | null;
      ACCESSIBILITY?: string | null;
      IMPORTANCE?: string | null;
      IS_MEETING?: boolean | null;
      MEETING_STATUS?: string | null;
      MEETING_HOST?: string | null;
      LOCATION?: string | null;
      REMIND?: {
        type?: string | null;
        count?: number | null;
      }[] | null;
      COLOR?: string | null;
      EXDATE?: string | null;
      DAV_XML_ID?: string | null;
      G_EVENT_ID?: string | null;
      DAV_EXCH_LABEL?: string | null;
      CAL_DAV_LABEL?: string | null;
      VERSION?: string | null;
      ATTENDEES_CODES?: string[] | null;
      SECTION_ID?: string | null;
      SYNC_STATUS?: unknown;
      UF_CRM_CAL_EVENT?: string[] | null;
      UF_WEBDAV_CAL_EVENT?: unknown;
      SECTION_DAV_XML_ID?: string | null;
      DATE_FROM_FORMATTED?: string | null;
      DATE_TO_FORMATTED?: string | null;
      SECT_ID?: string | null;
      ATTENDEE_LIST?: {
        id?: string | null;
        entryId?: string | null;
        status?: string | null;
      }[] | null;
      COLLAB_ID?: string | null;
      "~RRULE_DESCRIPTION"?: string | null;
      attendeesEntityList?: {
        entityId?: string | null;
        id?: string | null;
      }[] | null;
      "~DESCRIPTION"?: string | null;
      "~USER_OFFSET_FROM"?: number | null;
      "~USER_OFFSET_TO"?: number | null;
    }[];
  };
  /** Bitrix24 docs: calendar/calendar-event/calendar-event-get-by-id */
  "calendar.event.getbyid": {
    params: {
      id: number | string;
    };
    result: {
      ID?: string | null;
      PARENT_ID?: string | null;
      DELETED?: boolean | null;
      CAL_TYPE?: string | null;
      OWNER_ID?: string | null;
      NAME?: string | null;
      DATE_FROM?: string | null;
      DATE_TO?: string | null;
      ORIGINAL_DATE_FROM?: unknown;
      TZ_FROM?: string | null;
      TZ_TO?: string | null;
      TZ_OFFSET_FROM?: string | null;
      TZ_OFFSET_TO?: string | null;
      DATE_FROM_TS_UTC?: string | null;
      DATE_TO_TS_UTC?: string | null;
      DT_SKIP_TIME?: boolean | null;
      DT_LENGTH?: number | null;
      EVENT_TYPE?: unknown;
      CREATED_BY?: string | null;
      DATE_CREATE?: string | null;
      TIMESTAMP_X?: string | null;
      DESCRIPTION?: string | null;
      PRIVATE_EVENT?: string | null;
      ACCESSIBILITY?: string | null;
      IMPORTANCE?: string | null;
      IS_MEETING?: boolean | null;
      MEETING_STATUS?: string | null;
      MEETING_HOST?: string | null;
      MEETING?: {
        HOST_NAME?: string | null;
        NOTIFY?: boolean | null;
        REINVITE?: boolean | null;
        ALLOW_INVITE?: boolean | null;
        HIDE_GUESTS?: boolean | null;
        MEETING_CREATOR?: number | null;
        LANGUAGE_ID?: string | null;
        MAIL_FROM?: string | null;
      } | null;
      LOCATION?: string | null;
      REMIND?: {
        type?: string | null;
        count?: number | null;
      }[] | null;
      COLOR?: string | null;
      RRULE?: {
        FREQ?: string | null;
        BYDAY?: {
          MO?: string | null;
          WE?: string | null;
        } | null;
        INTERVAL?: number | null;
        UNTIL?: string | null;
        "~UNTIL"?: string | null;
        UNTIL_TS?: number | null;
      } | null;
      EXDATE?: string | null;
      DAV_XML_ID?: string | null;
      G_EVENT_ID?: string | null;
      DAV_EXCH_LABEL?: string | null;
      CAL_DAV_LABEL?: string | null;
      VERSION?: string | null;
      ATTENDEES_CODES?: string[] | null;
      RECURRENCE_ID?: string | null;
      RELATIONS?: {
        ORIGINAL_RECURSION_ID?: string | null;
        COMMENT_XML_ID?: string | null;
      } | null;
      SECTION_ID?: string | null;
      SYNC_STATUS?: unknown;
      UF_CRM_CAL_EVENT?: string[] | null;
      UF_WEBDAV_CAL_EVENT?: unknown;
      SECTION_DAV_XML_ID?: string | null;
      DATE_FROM_FORMATTED?: string | null;
      DATE_TO_FORMATTED?: string | null;
      SECT_ID?: string | null;
      ATTENDEE_LIST?: {
        id?: string | null;
        entryId?: string | null;
        status?: string | null;
      }[] | null;
      COLLAB_ID?: string | null;
      "~RRULE_DESCRIPTION"?: string | null;
      attendeesEntityList?: {
        entityId?: string | null;
        id?: string | null;
      }[] | null;
      "~DESCRIPTION"?: string | null;
      "~USER_OFFSET_FROM"?: number | null;
      "~USER_OFFSET_TO"?: number | null;
    };
  };
  /** Bitrix24 docs: calendar/calendar-event/calendar-event-update */
  "calendar.event.update": {
    params: {
      id: number | string;
      type: string;
      ownerId: number | string;
      from?: string | undefined;
      to?: string | undefined;
      from_ts?: number | string | undefined;
      to_ts?: number | string | undefined;
      section?: number | string | undefined;
      name: string;
      skip_time?: string | undefined;
      timezone_from?: string | undefined;
      timezone_to?: string | undefined;
      description?: string | undefined;
      color?: string | undefined;
      text_color?: string | undefined;
      accessibility?: string | undefined;
      importance?: string | undefined;
      private_event?: string | undefined;
      recurrence_mode?: string | undefined;
      current_date_from?: string | undefined;
      rrule?: {
        FREQ?: string | undefined;
        COUNT?: number | string | undefined;
        INTERVAL?: number | string | undefined;
        BYDAY?: readonly unknown[] | undefined;
        UNTIL?: string | undefined;
      } | undefined;
      is_meeting?: string | undefined;
      location?: string | undefined;
      remind?: readonly {
        type?: string | undefined;
        count?: number | string | undefined;
      }[] | {
        type?: string | undefined;
        count?: number | string | undefined;
      } | undefined;
      attendees?: readonly unknown[] | undefined;
      host?: string | undefined;
      meeting?: {
        notify?: YesNo | undefined;
        reinvite?: YesNo | undefined;
        allow_invite?: YesNo | undefined;
        hide_guests?: YesNo | undefined;
      } | undefined;
      crm_fields?: readonly unknown[] | undefined;
    };
    result: number;
  };
  /** Bitrix24 docs: calendar/calendar-event/calendar-meeting-status-get */
  "calendar.meeting.status.get": {
    params: {
      eventId: number | string;
    };
    result: string;
  };
  /** Bitrix24 docs: calendar/calendar-event/calendar-meeting-status-set */
  "calendar.meeting.status.set": {
    params: {
      eventId: number | string;
      status: string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: calendar/resource/calendar-resource-add */
  "calendar.resource.add": {
    params: {
      name: string;
    };
    result: string;
  };
  /** Bitrix24 docs: calendar/resource/calendar-resource-booking-list */
  "calendar.resource.booking.list": {
    params: {
      filter: {
        resourceTypeIdList?: readonly unknown[] | undefined;
        from?: string | undefined;
        to?: string | undefined;
        resourceIdList?: readonly unknown[] | undefined;
      };
    };
    result: {
      ID?: string | null;
      PARENT_ID?: string | null;
      DELETED?: boolean | null;
      CAL_TYPE?: string | null;
      OWNER_ID?: string | null;
      NAME?: string | null;
      DATE_FROM?: string | null;
      DATE_TO?: string | null;
      TZ_FROM?: string | null;
      TZ_TO?: string | null;
      TZ_OFFSET_FROM?: string | null;
      TZ_OFFSET_TO?: string | null;
      DATE_FROM_TS_UTC?: string | null;
      DATE_TO_TS_UTC?: string | null;
      DT_SKIP_TIME?: boolean | null;
      DT_LENGTH?: number | null;
      EVENT_TYPE?: string | null;
      CREATED_BY?: string | null;
      DATE_CREATE?: string | null;
      TIMESTAMP_X?: string | null;
      DESCRIPTION?: string | null;
      IS_MEETING?: boolean | null;
      MEETING_STATUS?: string | null;
      MEETING_HOST?: string | null;
      VERSION?: string | null;
      SECTION_ID?: string | null;
      DATE_FROM_FORMATTED?: string | null;
      DATE_TO_FORMATTED?: string | null;
      SECT_ID?: string | null;
      RESOURCE_BOOKING_ID?: string | null;
    }[];
  };
  /** Bitrix24 docs: calendar/resource/calendar-resource-delete */
  "calendar.resource.delete": {
    params: {
      resourceId: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: calendar/resource/calendar-resource-list */
  "calendar.resource.list": {
    params: Record<never, never>;
    result: {
      ID?: string | null;
      NAME?: string | null;
      CREATED_BY?: string | null;
    }[];
  };
  /** Bitrix24 docs: calendar/resource/calendar-resource-update */
  "calendar.resource.update": {
    params: {
      resourceId: number | string;
      name: string;
    };
    result: number;
  };
  /** Bitrix24 docs: calendar/calendar-section-add */
  "calendar.section.add": {
    params: {
      type: string;
      ownerId: number | string;
      name: string;
      description?: string | undefined;
      color?: string | undefined;
      text_color?: string | undefined;
      export?: {
        ALLOW?: YesNo | undefined;
        SET?: string | undefined;
      } | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: calendar/calendar-section-delete */
  "calendar.section.delete": {
    params: {
      type: string;
      ownerId: number | string;
      id: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: calendar/calendar-section-get */
  "calendar.section.get": {
    params: {
      type: string;
      ownerId?: number | string | undefined;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      GAPI_CALENDAR_ID?: string | null;
      DESCRIPTION?: string | null;
      COLOR?: string | null;
      TEXT_COLOR?: string | null;
      EXPORT?: {
        ALLOW?: boolean | null;
      } | null;
      CAL_TYPE?: string | null;
      OWNER_ID?: string | null;
      CREATED_BY?: string | null;
      DATE_CREATE?: string | null;
      TIMESTAMP_X?: string | null;
      CAL_DAV_CON?: string | null;
      SYNC_TOKEN?: string | null;
      PAGE_TOKEN?: string | null;
      EXTERNAL_TYPE?: string | null;
      ACCESS?: Record<string, unknown> | null;
      IS_COLLAB?: boolean | null;
      PERM?: {
        view_time?: boolean | null;
        view_title?: boolean | null;
        view_full?: boolean | null;
        add?: boolean | null;
        edit?: boolean | null;
        edit_section?: boolean | null;
        access?: boolean | null;
      } | null;
    }[];
  };
  /** Bitrix24 docs: calendar/calendar-section-update */
  "calendar.section.update": {
    params: {
      type: string;
      ownerId: number | string;
      id: string;
      name?: string | undefined;
      description?: string | undefined;
      color?: string | undefined;
      text_color?: string | undefined;
      export?: {
        ALLOW?: YesNo | undefined;
        SET?: string | undefined;
      } | undefined;
    };
    result: number;
  };
  /** Bitrix24 docs: calendar/calendar-settings-get */
  "calendar.settings.get": {
    params: Record<never, never>;
    result: {
      work_time_start?: string | null;
      work_time_end?: string | null;
      year_holidays?: string | null;
      year_workdays?: string | null;
      week_holidays?: string[] | null;
      week_start?: string | null;
      user_name_template?: string | null;
      sync_by_push?: boolean | null;
      user_show_login?: boolean | null;
      path_to_user?: string | null;
      path_to_user_calendar?: string | null;
      path_to_group?: string | null;
      path_to_group_calendar?: string | null;
      path_to_vr?: string | null;
      path_to_rm?: string | null;
      rm_iblock_type?: string | null;
      rm_iblock_id?: string | null;
      dep_manager_sub?: boolean | null;
      denied_superpose_types?: unknown;
      pathes_for_sites?: string | null;
      forum_id?: string | null;
      rm_for_sites?: boolean | null;
      path_to_type_company_calendar?: string | null;
      path_to_type_location?: string | null;
      path_to_type_open_event?: string | null;
    };
  };
  /** Bitrix24 docs: calendar/calendar-user-settings-set */
  "calendar.user.settings.set": {
    params: {
      settings: {
        meetSection?: string | undefined;
        crmSection?: string | undefined;
        showDeclined?: YesNo | undefined;
        denyBusyInvitation?: YesNo | undefined;
        collapseOffHours?: string | undefined;
        showWeekNumbers?: string | undefined;
        showTasks?: string | undefined;
        syncTasks?: string | undefined;
        showCompletedTasks?: string | undefined;
        lastUsedSection?: string | undefined;
        sendFromEmail?: string | undefined;
        defaultSections?: Readonly<Record<string, unknown>> | undefined;
        syncPeriodPast?: string | undefined;
        syncPeriodFuture?: string | undefined;
        defaultReminders?: Readonly<Record<string, unknown>> | undefined;
      };
    };
    result: boolean;
  };
}
