/** What a sentence does in its report: 问题, 原因, 对策, 做法, 情况, 标题, 噪声. */
export const ROLES = ['problem', 'cause', 'countermeasure', 'practice', 'context', 'heading', 'noise'] as const;
export type Role = (typeof ROLES)[number];

/** The three roles that the tool exists for. */
export const CORE_ROLES = ['problem', 'cause', 'countermeasure'] as const satisfies readonly Role[];

/** One rule's word on one sentence; `weight` is in log-odds, above 0 for and below 0 against the role. */
export interface Vote {
  readonly rule: string;
  readonly role: Role;
  readonly weight: number;
}

/** The role of a sentence with its evidence; `confidence` is the probability (0 to 1) that `role` is right. */
export interface RoleAssignment {
  readonly role: Role;
  readonly also: readonly Role[];
  readonly confidence: number;
  readonly votes: readonly Vote[];
}
