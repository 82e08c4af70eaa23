import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { record } from "../params.ts";
import { requireParams } from "./errors.ts";

const SET = "calendar.user.settings.set";

/** The portal's calendar as it is out of the box: nobody can change it over REST. Bitrix24 docs: calendar-settings-get. */
const SETTINGS = {
  work_time_start: "9",
  work_time_end: "19",
  year_holidays: "1.01,2.01,7.01,23.02,8.03,1.05,9.05,12.06,4.11",
  year_workdays: "31.12",
  week_holidays: ["SA", "SU"],
  week_start: "MO",
  user_name_template: "#NAME# #LAST_NAME#",
  sync_by_push: false,
  user_show_login: true,
  path_to_user: "/company/personal/user/#user_id#/",
  path_to_user_calendar: "/company/personal/user/#user_id#/calendar/",
  path_to_group: "/workgroups/group/#group_id#/",
  path_to_group_calendar: "/workgroups/group/#group_id#/calendar/",
  path_to_vr: "",
  path_to_rm: "",
  rm_iblock_type: "",
  rm_iblock_id: "",
  dep_manager_sub: true,
  denied_superpose_types: [],
  pathes_for_sites: "",
  forum_id: "8",
  rm_for_sites: true,
  path_to_type_company_calendar: "",
  path_to_type_location: "",
  path_to_type_open_event: "",
};

/** Settings of the portal's calendar and of a person's own. */
export const settingsMethods: RestMethod[] = [
  { name: "calendar.settings.get", scopes: ["calendar"], missing: "own", run: () => ({ result: SETTINGS }) },
  { name: SET, scopes: ["calendar"], missing: "own", run: setUserSettings },
];

function setUserSettings({ portal, caller, params }: Call): Answer {
  requireParams(SET, params, ["settings"]);
  const { id } = caller.user;
  const before = portal.state.calendarSettings.get(id)?.values ?? {};
  portal.state.calendarSettings.set(id, { id, values: { ...before, ...record(params, "settings") } });
  return TRUE;
}
