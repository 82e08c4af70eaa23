import { nameOf } from "../../chat/find.ts";
import { profileOf } from "../../people/profiles.ts";
import type { Portal } from "../../portal.ts";
import type { Bot, Person } from "../../state/model.ts";
import type { Profile } from "../../state/people.ts";
import { isoDate } from "../../wire/iso-date.ts";

type View = Record<string, unknown>;

/** Types of bots as the first API and the messenger name them. */
const BOT_TYPES = { bot: "bot", openline: "openline", supervisor: "supervisor", personal: "human" } as const;

/** A user of the messenger, bots and clients of the line among them. Bitrix24 docs: im.user.get. */
export function imUserView(portal: Portal, person: Person): View {
  const profile = profileOf(portal.state, person);
  const isClient = person.role === "client";
  const bot = portal.state.bots.get(person.id);
  return {
    id: person.id,
    active: profile.isActive,
    name: nameOf(person),
    first_name: person.firstName,
    last_name: person.lastName,
    work_position: person.workPosition,
    color: person.color,
    avatar: person.avatar ?? "",
    avatar_hr: person.avatar ?? "",
    gender: person.gender,
    birthday: profile.birthday.slice("YYYY-".length).split("-").toReversed().join("-"),
    extranet: isClient,
    network: false,
    bot: person.role === "bot",
    connector: isClient,
    external_auth_id: isClient ? "imconnector" : person.role === "bot" ? "bot" : "default",
    status: profile.status,
    idle: profile.idleSince === null ? false : isoDate(new Date(profile.idleSince)),
    last_activity_date: isoDate(portal.now()),
    mobile_last_date: false,
    desktop_last_date: false,
    absent: false,
    departments: profile.departmentIds,
    phones: phonesOf(profile),
    bot_data: bot === undefined ? null : botData(bot),
    type: person.role === "bot" ? "bot" : isClient ? "extranet" : "user",
    website: profile.fields["PERSONAL_WWW"] ?? "",
    email: profile.email,
  };
}

function phonesOf({ workPhone, personalMobile, innerPhone }: Profile): View | false {
  const phones = { work_phone: workPhone, personal_mobile: personalMobile, inner_phone: innerPhone };
  const known = Object.entries(phones).filter(([, phone]) => phone !== "");
  return known.length === 0 ? false : Object.fromEntries(known);
}

function botData(bot: Bot): View {
  return {
    code: bot.code,
    type: BOT_TYPES[bot.type],
    app_id: bot.owner.key,
    is_hidden: bot.isHidden,
    is_support_openline: bot.isSupportOpenline,
  };
}
