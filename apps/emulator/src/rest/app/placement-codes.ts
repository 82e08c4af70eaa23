const CRM_KINDS = ["LEAD", "DEAL", "CONTACT", "COMPANY", "QUOTE", "SMART_INVOICE"];
const CRM_PLACES = [
  "LIST_MENU",
  "LIST_TOOLBAR",
  "DETAIL_TAB",
  "DETAIL_TOOLBAR",
  "DETAIL_ACTIVITY",
  "ACTIVITY_TIMELINE_MENU",
];

/** Places of the portal's pages, by the scope that they need; "" needs none. Bitrix24 docs: widgets/placements. */
const BY_SCOPE: Record<string, readonly string[]> = {
  "": ["REST_APP_URI", "PAGE_BACKGROUND_WORKER", "LEFT_MENU", "USER_PROFILE_MENU", "USER_PROFILE_TOOLBAR"],
  crm: [...CRM_KINDS.flatMap((kind) => CRM_PLACES.map((place) => `CRM_${kind}_${place}`)), "CRM_ANALYTICS_MENU"],
  im: ["IM_TEXTAREA", "IM_SIDEBAR", "IM_CONTEXT_MENU", "IM_NAVIGATION", "IM_SMILES_SELECTOR"],
  task: [
    "TASK_LIST_CONTEXT_MENU",
    "TASK_LIST_TOOLBAR",
    "TASK_VIEW_TAB",
    "TASK_VIEW_SIDEBAR",
    "TASK_VIEW_TOP_PANEL",
    "TASK_USER_LIST_TOOLBAR",
    "TASK_GROUP_LIST_TOOLBAR",
  ],
  sonet_group: ["SONET_GROUP_DETAIL_TAB", "SONET_GROUP_TOOLBAR"],
  calendar: ["CALENDAR_GRIDVIEW"],
  telephony: ["CALL_CARD", "TELEPHONY_ANALYTICS_MENU"],
  imconnector: ["SETTING_CONNECTOR"],
  imopenlines: ["CONTACT_CENTER"],
};

const OF_SMART_PROCESS = /^CRM_DYNAMIC_\d+_(?:LIST_MENU|LIST_TOOLBAR|DETAIL_TAB|DETAIL_TOOLBAR|DETAIL_ACTIVITY)$/;

/** Codes of the places that these scopes give; those of every scope without them. */
export function placementCodes(scopes?: readonly string[]): string[] {
  return Object.entries(BY_SCOPE)
    .filter(([scope]) => scope === "" || scopes === undefined || scopes.includes(scope))
    .flatMap(([, codes]) => codes);
}

export function placementCodesOf(scope: string): readonly string[] {
  return BY_SCOPE[scope] ?? [];
}

export function isPlacement(code: string, scopes: readonly string[]): boolean {
  return placementCodes(scopes).includes(code) || (scopes.includes("crm") && OF_SMART_PROCESS.test(code));
}
