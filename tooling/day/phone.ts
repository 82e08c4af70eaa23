const RUSSIAN_DIGITS = 11;
const RUSSIAN_OWN_DIGITS = 10;

/** A phone in E.164, so that two ways of writing one number are equal. A number without a country is a Russian one. */
export function toE164(phone: string): string {
  const digits = phone.replaceAll(/\D/g, "");
  if (phone.trim().startsWith("+")) return `+${digits}`;
  if (digits.length === RUSSIAN_DIGITS && digits.startsWith("8")) return `+7${digits.slice(1)}`;
  if (digits.length === RUSSIAN_OWN_DIGITS) return `+7${digits}`;
  return `+${digits}`;
}
