/** What notifications of alerts and their pages go by, where others have the code of a rule: a portal can neither change nor list it. */
export const ALERT_RULE = "alert";
