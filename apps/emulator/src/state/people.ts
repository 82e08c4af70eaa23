/** A unit of the company. The tree has one root, whose `parentId` is null. */
export type Department = {
  id: number;
  name: string;
  /** Among the children of one parent the smaller comes first. */
  sort: number;
  parentId: number | null;
  /** UF_HEAD: the person who leads it; null for nobody. */
  headId: number | null;
};

export type UserStatus = "online" | "dnd" | "away" | "break";

/** What the portal knows of an account beside its person, and under the same number. */
export type Profile = {
  id: number;
  isActive: boolean;
  /** UF_DEPARTMENT. */
  departmentIds: number[];
  email: string;
  personalMobile: string;
  workPhone: string;
  innerPhone: string;
  /** `YYYY-MM-DD`, or empty. */
  birthday: string;
  /** Other fields of `user.update`, under their REST names. */
  fields: Record<string, string>;
  status: UserStatus;
  /** Since when the person is away from the keyboard; null while they are there. */
  idleSince: string | null;
};

/** A group or a project of people who work together. */
export type WorkGroup = {
  id: number;
  name: string;
  description: string;
  ownerId: number;
  moderatorIds: number[];
  memberIds: number[];
  isProject: boolean;
  /** Anybody may join. */
  isOpen: boolean;
  createdAt: string;
};

/** What an application keeps about one user: `id` is `application:user`. */
export type UserOptions = { id: string; values: Record<string, unknown> };

export type PeopleState = {
  departments: Map<number, Department>;
  profiles: Map<number, Profile>;
  workGroups: Map<number, WorkGroup>;
  userOptions: Map<string, UserOptions>;
};

export function emptyPeople(): PeopleState {
  return { departments: new Map(), profiles: new Map(), workGroups: new Map(), userOptions: new Map() };
}
