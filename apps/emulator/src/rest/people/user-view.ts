import { profileOf } from "../../people/profiles.ts";
import type { Portal } from "../../portal.ts";
import type { Person } from "../../state/model.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { fieldsFor } from "./user-fields.ts";

type View = Record<string, unknown>;

/** The day of registration of everybody who came with the portal. */
const FIRST_DAY = "2024-07-15T00:00:00+00:00";

/** A user as far as the scopes show them. Bitrix24 docs: user.get. */
export function userView({ state, now }: Portal, person: Person, scopes: readonly string[]): View {
  const profile = profileOf(state, person);
  const known: View = {
    ...profile.fields,
    ID: String(person.id),
    ACTIVE: profile.isActive,
    NAME: person.firstName,
    LAST_NAME: person.lastName,
    EMAIL: profile.email,
    LAST_LOGIN: isoDate(now()),
    DATE_REGISTER: FIRST_DAY,
    IS_ONLINE: profile.isActive && profile.idleSince === null ? "Y" : "N",
    // PHP's date objects come out of the portal's JSON as empty objects.
    TIMESTAMP_X: {},
    LAST_ACTIVITY_DATE: {},
    PERSONAL_GENDER: person.gender,
    PERSONAL_BIRTHDAY: profile.birthday === "" ? "" : `${profile.birthday}T00:00:00+00:00`,
    PERSONAL_MOBILE: profile.personalMobile,
    WORK_PHONE: profile.workPhone,
    WORK_POSITION: person.workPosition,
    UF_PHONE_INNER: profile.innerPhone,
    UF_DEPARTMENT: profile.departmentIds,
    USER_TYPE: "employee",
  };
  return Object.fromEntries(Object.keys(fieldsFor(scopes)).map((name) => [name, known[name] ?? ""]));
}
