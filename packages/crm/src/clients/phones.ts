import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";

/** Whose numbers are written without their country, where nothing says more. */
const REGION: CountryCode = "RU";

/** A phone as somebody typed it into the CRM, in E.164; null when no country's plan knows it. */
export function toE164(written: string, region: CountryCode = REGION): string | null {
  const number = parsePhoneNumberFromString(written, region);
  if (number?.isValid() === true) return number.number;
  // Messengers name their clients by the whole number without its plus.
  const whole = parsePhoneNumberFromString(`+${written.replaceAll(/\D/g, "")}`);
  return whole?.isValid() === true ? whole.number : null;
}

/** Whether a phone of the CRM is this number; one without a country is read as one of the same country. @param phone In E.164. */
export function isSamePhone(written: string, phone: string): boolean {
  return toE164(written, parsePhoneNumberFromString(phone)?.country) === phone;
}

/** How people write a number that is looked for by all of its digits: with its country, and as at home. @param phone In E.164. */
export function spellingsOf(phone: string): string[] {
  const atHome = parsePhoneNumberFromString(phone)?.formatNational().replaceAll(/\D/g, "");
  return atHome === undefined ? [phone] : [phone, atHome];
}
