export const PROPOSAL_KINDS = ['correction', 'event'] as const;
/** A correction says what is wrong with an event of the record; an event says what the record lacks. */
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const PROPOSAL_STATES = ['open', 'accepted', 'declined'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** What a reader suggests to the editors. */
export interface NewProposal {
  team: string;
  /** Where it was suggested. */
  channel: string;
  user: string;
  kind: ProposalKind;
  /** The event that a correction is about; null where none is meant. */
  event: string | null;
  /** What is wrong, or what happened. */
  text: string;
  /** The date as the person typed it; null where they gave none. */
  date: string | null;
  sourceUrl: string | null;
}

export interface Proposal extends NewProposal {
  /** A random UUID. */
  id: string;
  createdAt: Date;
  state: ProposalState;
  /** Which editor decided it, and when; null while it is open. */
  decided: { by: string; at: Date } | null;
  /** The message with which it was put before the editors; null until then. */
  posted: { channel: string; messageTs: string } | null;
}

/** A proposal of a workspace: none is found through another workspace. */
export interface ProposalKey {
  team: string;
  id: string;
}

/** What became of an editor's decision. Where somebody was faster, the proposal tells who and how. */
export type Decision =
  | { outcome: 'decided'; proposal: Proposal }
  | { outcome: 'already-decided'; proposal: Proposal }
  | { outcome: 'not-found' };

export interface ProposalRepository {
  /** Keeps a proposal, open. */
  add(proposal: NewProposal, now: Date): Promise<Proposal>;
  find(key: ProposalKey): Promise<Proposal | undefined>;
  /**
   * The proposals of a workspace, newest first.
   * @param filter.state only those in this state
   * @param filter.limit how many at most; 100 when absent
   */
  list(team: string, filter?: { state?: ProposalState; limit?: number }): Promise<Proposal[]>;
  /**
   * Notes with which message a proposal was put before the editors, in place of what was noted before.
   * @returns whether there is such a proposal
   */
  notePost(key: ProposalKey, posted: { channel: string; messageTs: string }): Promise<boolean>;
  /** Decides an open proposal. Of several editors who decide at once, one does, and the others are told who. */
  decide(key: ProposalKey, decision: { state: 'accepted' | 'declined'; by: string; now: Date }): Promise<Decision>;
}
