/** Who writes in an open line, as the CRM knows them. */
export type ClientCard = {
  /** The lead that the line's tracker or we have made of this dialog; null when there is none. */
  leadId: string | null;
  contactId: string | null;
  /** As the CRM has it, in E.164; it may be what the client typed. Null when the portal knows none. */
  phone: string | null;
  /** The phone that the client's messenger tells, in E.164: it is theirs. Null where messengers tell none. */
  ownPhone: string | null;
  name: string | null;
};

/** What a bot has learned about a client. */
export type ClientRecord = {
  /** Stable id of the cause, such as `event:0198…:2`: it becomes the lead's ORIGIN_ID, and a repeat finds the lead by it. */
  originId: string;
  /** `connector|line|connector chat|connector user`: the lead of this open line dialog is looked for first. */
  entityId: string;
  /** Given when a lead has to be made and the client told no name. */
  title: string;
  name: string | null;
  /** In E.164. */
  phone: string | null;
  /** What the client needs, for the lead's comment; null when nothing was told. */
  comment: string | null;
  /** For the timeline: what was said and understood; null for no entry. */
  timeline: string | null;
};
